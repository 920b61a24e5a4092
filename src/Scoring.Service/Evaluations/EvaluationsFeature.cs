using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Evaluations;

/// <summary>综合评议 of a half-year.</summary>
internal sealed class EvaluationsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<EvaluationOpened>().Add<BallotCast>().Add<EvaluationClosed>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<EvaluationProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<BallotBox>();
        services.AddSingleton<EvaluationList>();
    }

    public override void Map(FeatureRoutes routes)
    {
        var evaluations = routes.Street.MapGroup("/evaluations").WithTags("Evaluations");
        OpenEvaluationEndpoint.Map(evaluations);
        CastBallotEndpoints.Map(evaluations);
        CloseEvaluationEndpoint.Map(evaluations);
        EvaluationList.Map(evaluations);
    }
}
