using Campaign.EventStore;

namespace Campaign.Scoring.Commendations;

internal sealed record CommendationState : IAggregate<CommendationState>
{
    public static CommendationState Initial { get; } = new();

    public CommendationGranted? Granted { get; init; }
    public bool Withdrawn { get; init; }

    public CommendationState Evolve(object @event) => @event switch
    {
        CommendationGranted e => this with { Granted = e },
        CommendationWithdrawn => this with { Withdrawn = true },
        _ => this,
    };

    public static StreamId Stream(string street, string id) => new(street, DeterministicGuid.From(Guid.Empty, $"commendation/{id}"));
}

internal static class CommendationRules
{
    public static readonly Refusal NotFound = new("commendation-not-found", "没有这项表扬。", RefusalKind.NotFound);
    public static readonly Refusal Withdrawn = new("commendation-withdrawn", "这项表扬已经撤回，不能再改；如需表扬，请另行登记。");
}
