using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Commendations;

internal sealed record CommendationState : IAggregate<CommendationState, ICommendationEvent>
{
    public static CommendationState Initial { get; } = new();

    public CommendationGranted? Granted { get; init; }
    public bool Withdrawn { get; init; }

    public CommendationState Evolve(ICommendationEvent @event) => @event switch
    {
        CommendationGranted e => this with { Granted = e },
        CommendationWithdrawn => this with { Withdrawn = true },
    };

    public static StreamId Stream(string street, string id) => NamedStream.Of(street, $"commendation/{id}");
}

internal static class CommendationRules
{
    public static readonly Refusal NotFound = new("commendation-not-found", "没有这项表扬。", RefusalKind.NotFound);
    public static readonly Refusal Withdrawn = new("commendation-withdrawn", "这项表扬已经撤回，不能再改；如需表扬，请另行登记。");
}
