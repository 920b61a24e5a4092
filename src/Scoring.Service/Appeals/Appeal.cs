using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Appeals;

/// <summary>申诉 → 初审 → 成立 or 不成立.</summary>
internal sealed record Appeal : IAggregate<Appeal, IAppealEvent>
{
    public static Appeal Initial { get; } = new();

    public AppealLodged? Lodged { get; init; }
    public AppealReviewed? Review { get; init; }
    public bool? Upheld { get; init; }

    public Appeal Evolve(IAppealEvent @event) => @event switch
    {
        AppealLodged e => this with { Lodged = e },
        AppealReviewed e => this with { Review = e },
        AppealUpheld => this with { Upheld = true },
        AppealDismissed => this with { Upheld = false },
    };

    /// <summary>One appeal a line; so a second one meets the first.</summary>
    public static StreamId<Appeal> Stream(string street, Month month, string subject, string kind, Guid eventId) =>
        StreamId<Appeal>.Named(street, $"appeal/{month}/{subject}/{kind}", eventId);
}

internal enum AppealStatus { Lodged, Reviewed, Upheld, Dismissed }

internal sealed record AppealTerm : IAggregate<AppealTerm, IAppealTermEvent>
{
    public const int DefaultDays = 5;

    public static AppealTerm Initial { get; } = new();

    public int Days { get; init; } = DefaultDays;

    public AppealTerm Evolve(IAppealTermEvent @event) => @event switch
    {
        AppealTermSet e => this with { Days = e.Days },
    };

    public static StreamId<AppealTerm> Stream(string street) => StreamId<AppealTerm>.Named(street, "appeal-term");
}
