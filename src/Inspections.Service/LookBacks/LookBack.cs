using Campaign.EventStore;

namespace Campaign.Inspections.LookBacks;

internal enum LookBackState { None, Planned, StillFixed, NotFixed, Cancelled }

internal sealed record LookBack : IAggregate<LookBack, ILookBackEvent>
{
    public static LookBack Initial { get; } = new();

    public LookBackState State { get; init; }
    public Guid Finding { get; init; }
    public int Round { get; init; }
    public DateOnly Due { get; init; }

    public LookBack Evolve(ILookBackEvent @event) => @event switch
    {
        LookBackPlanned e => this with { State = LookBackState.Planned, Finding = e.Finding, Round = e.Round, Due = e.Due },
        LookBackDone e => this with { State = e.StillFixed ? LookBackState.StillFixed : LookBackState.NotFixed },
        LookBackCancelled => this with { State = LookBackState.Cancelled },
    };

    public static StreamId<LookBack> Stream(string street, Guid id) => new(street, id);

    /// <summary>The same on every instance and however often it is planned.</summary>
    public static StreamId<LookBack> Stream(string street, Guid finding, int round, int days) =>
        StreamId<LookBack>.Named(street, $"look-back/{round}/{days}", finding);
}
