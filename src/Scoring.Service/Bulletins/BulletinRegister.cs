using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报 no. <paramref name="Number"/> of the street's year. With the closed month it names, all that the bulletin says.</summary>
/// <param name="LastMonthRanks">By subject, where the month before was closed when this one was published.</param>
/// <param name="Correction">更正通报: the n-th correction of the month it names; null for the bulletin of the month itself.</param>
/// <param name="Reason">Of the correction.</param>
/// <param name="Notes">How far the half-year's evaluation had come at publication, in sentences; null before that was told.</param>
/// <param name="Sanctions">Null where the policy does not announce them.</param>
internal sealed record BulletinPublished(
    int Year, int Number, string Month, string DocumentNumber, string Title, IReadOnlyDictionary<string, int> LastMonthRanks,
    DateTimeOffset At,
    int? Correction = null, string? Reason = null, Stored.Letterhead? Letterhead = null, IReadOnlyList<string>? Notes = null,
    IReadOnlyList<Stored.Sanction>? Sanctions = null)
    : IBulletinEvent;

/// <summary>The events of a street's register of one year.</summary>
internal interface IBulletinEvent : IMovesNoOpenMonth;

/// <summary>The bulletins of a street's year. One event a bulletin and an expected version: no number is given twice or left out.</summary>
internal sealed record BulletinRegister : IAggregate<BulletinRegister, IBulletinEvent>
{
    public static BulletinRegister Initial { get; } = new();

    public int Last { get; init; }

    public BulletinRegister Evolve(IBulletinEvent @event) => @event switch
    {
        BulletinPublished e => this with { Last = e.Number },
    };

    public static StreamId<BulletinRegister> Stream(string street, int year) =>
        StreamId<BulletinRegister>.Named(street, $"bulletins/{year}");
}
