using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Plans;

/// <summary>人数档 as a document has it, whose lowest one often says no more than "up to".</summary>
/// <param name="From">Null: from one.</param>
/// <param name="To">Null: and more.</param>
internal sealed record HeadCountBand(int? From, int? To, int People)
{
    public Band ToBand() => new(Math.Max(From ?? 1, 1), To, People);
}
