using System.Collections.Immutable;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rosters;

/// <summary>Who has checked in for a duty.</summary>
internal sealed record DutyFacet : IFacet<DutyFacet>
{
    public static DutyFacet None { get; } = new();

    public ImmutableList<DutyCheckedIn> CheckIns { get; init; } = [];

    public int Present => CheckIns.Sum(checkIn => checkIn.People);

    public DutyFacet Evolve(DutyCheckedIn e) => this with { CheckIns = CheckIns.Add(e) };

    public IFacet Witness(IAssignmentEvent @event) => this;
}
