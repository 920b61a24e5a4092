using Campaign.EventStore;

namespace Campaign.Scoring.Honours;

/// <summary>The events of one veto or one commendation.</summary>
internal interface IHonourEvent;

/// <summary>Entered, as it now reads.</summary>
internal interface IHonourEntered : IHonourEvent
{
    /// <summary>Whether it reads as before, whoever entered it when.</summary>
    bool Repeats(IHonourEntered before);
}

/// <summary>Taken back: a veto is released, a commendation is withdrawn.</summary>
internal interface IHonourTakenBack : IHonourEvent;

/// <summary>A veto or a commendation: entered, put right by being entered again, taken back once and for good.</summary>
internal sealed record HonourState : IAggregate<HonourState, IHonourEvent>
{
    public static HonourState Initial { get; } = new();

    public IHonourEntered? Entered { get; init; }
    public bool TakenBack { get; init; }

    public HonourState Evolve(IHonourEvent @event) => @event switch
    {
        IHonourEntered e => this with { Entered = e },
        IHonourTakenBack => this with { TakenBack = true },
    };

    public Decision Enter(IHonourEntered honour, Refusal takenBack)
    {
        if (Entered is { } before && honour.Repeats(before)) return Decision.Nothing;
        return TakenBack ? takenBack : Decision.Of(honour);
    }

    public Decision TakeBack(IHonourTakenBack honour, Refusal notFound)
    {
        if (Entered is null) return notFound;
        return TakenBack ? Decision.Nothing : Decision.Of(honour);
    }
}
