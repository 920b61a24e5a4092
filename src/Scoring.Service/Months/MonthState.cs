using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Months;

/// <summary>Open → Closed → Published; a published month may be corrected any number of times.</summary>
internal sealed record MonthState : IAggregate<MonthState, IMonthEvent>
{
    public static MonthState Initial { get; } = new();

    public MonthStatus Status { get; init; }
    public int Year { get; init; }
    public int Number { get; init; }
    public int Corrections { get; init; }

    public MonthState Evolve(IMonthEvent @event) => @event switch
    {
        MonthClosed => this with { Status = MonthStatus.Closed },
        MonthPublished e => this with { Status = MonthStatus.Published, Year = e.Year, Number = e.Number },
        MonthCorrected e => this with { Corrections = e.Correction },
    };

    public static StreamId<MonthState> Stream(string street, Month month) => StreamId<MonthState>.Named(street, $"month/{month}");
}

internal enum MonthStatus { Open, Closed, Published }

/// <summary>One subject's month; an event for the closing and one for each correction that changed it.</summary>
internal sealed record ScorecardState : IAggregate<ScorecardState, IScorecardEvent>
{
    public static ScorecardState Initial { get; } = new();

    public decimal? Score { get; init; }

    public ScorecardState Evolve(IScorecardEvent @event) => @event switch
    {
        ScorecardClosed e => this with { Score = e.Card.Score },
        ScorecardCorrected e => this with { Score = e.Card?.Score },
    };

    public static StreamId<ScorecardState> Stream(string street, Month month, string subject) =>
        StreamId<ScorecardState>.Named(street, $"scorecard/{month}/{subject}");
}
