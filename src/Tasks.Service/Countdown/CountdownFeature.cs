using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Countdown;

/// <summary>倒排: what hangs on the evaluation date of a street.</summary>
internal sealed class CountdownFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<EvaluationDateSet>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<EvaluationDateProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IEvaluationDates, EvaluationDates>().AddSingleton<DeadlineMover>().AddHostedService<AnchorWatch>();

    public override void Map(FeatureRoutes routes)
    {
        var street = routes.Street.MapGroup("").WithTags("Countdown");
        CountdownQueries.Map(street);
        SetEvaluationDateEndpoint.Map(street);
    }
}
