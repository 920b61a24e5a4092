using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Appeals;

/// <summary>申诉 → 初审 → 成立 or 不成立.</summary>
internal sealed record Appeal : IAggregate<Appeal>
{
    public static Appeal Initial { get; } = new();

    public AppealLodged? Lodged { get; init; }
    public AppealReviewed? Review { get; init; }
    public bool? Upheld { get; init; }

    public Appeal Evolve(object @event) => @event switch
    {
        AppealLodged e => this with { Lodged = e },
        AppealReviewed e => this with { Review = e },
        AppealUpheld => this with { Upheld = true },
        AppealDismissed => this with { Upheld = false },
        _ => this,
    };

    /// <summary>One appeal a line; so a second one meets the first.</summary>
    public static StreamId Stream(string street, Month month, string subject, string kind, Guid eventId) =>
        new(street, DeterministicGuid.From(eventId, $"appeal/{month}/{subject}/{kind}"));
}

internal enum AppealStatus { Lodged, Reviewed, Upheld, Dismissed }

internal sealed record AppealTerm : IAggregate<AppealTerm>
{
    public const int DefaultDays = 5;

    public static AppealTerm Initial { get; } = new();

    public int Days { get; init; } = DefaultDays;

    public AppealTerm Evolve(object @event) => @event is AppealTermSet e ? this with { Days = e.Days } : this;

    public static StreamId Stream(string street) => new(street, DeterministicGuid.From(Guid.Empty, "appeal-term"));
}
