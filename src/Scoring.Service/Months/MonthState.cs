using Campaign.EventStore;

namespace Campaign.Scoring.Months;

/// <summary>Open → Closed → Published.</summary>
internal sealed record MonthState : IAggregate<MonthState>
{
    public static MonthState Initial { get; } = new();

    public MonthStatus Status { get; init; }
    public int Year { get; init; }
    public int Number { get; init; }

    public MonthState Evolve(object @event) => @event switch
    {
        MonthClosed => this with { Status = MonthStatus.Closed },
        MonthPublished e => this with { Status = MonthStatus.Published, Year = e.Year, Number = e.Number },
        _ => this,
    };

    public static StreamId Stream(string street, Month month) => new(street, DeterministicGuid.From(Guid.Empty, $"month/{month}"));
}

internal enum MonthStatus { Open, Closed, Published }

/// <summary>One subject's month; its first event is the closing.</summary>
internal sealed record ScorecardState : IAggregate<ScorecardState>
{
    public static ScorecardState Initial { get; } = new();

    public decimal? Score { get; init; }

    public ScorecardState Evolve(object @event) => @event is ScorecardClosed e ? this with { Score = e.Card.Score } : this;

    public static StreamId Stream(string street, Month month, string subject) =>
        new(street, DeterministicGuid.From(Guid.Empty, $"scorecard/{month}/{subject}"));
}
