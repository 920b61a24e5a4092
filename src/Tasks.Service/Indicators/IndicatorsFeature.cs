using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Indicators;

/// <summary>指标: standards, figures, and assignments that are to reach them.</summary>
internal sealed class IndicatorsFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<IndicatorStandardSet>().Add<IndicatorValueReported>().Add<IndicatorValueWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<IndicatorStandardProjection>(ProjectionMode.Inline)
        .AddProjection<IndicatorValuesProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<Standards>().AddSingleton<IndicatorTargets>().AddSingleton<IApprovalNeed, FigureAttained>()
        .AddSingleton<ISubmissionNeed, ReachedFigures>().AddSingleton<IApprovalEffect, ReachedFigures>()
        .AddSingleton<IAssignmentKind, IndicatorTargetKind>();

    public override void Map(FeatureRoutes routes)
    {
        MapOf(routes.District, Audience.District, Audience.District, Audience.District);
        MapOf(routes.Street, Audience.Everybody, Audience.Doers, Audience.Offices);
    }

    private static void MapOf(RouteGroupBuilder owner, Role[] readers, Role[] reporters, Role[] setters)
    {
        IndicatorStandardEndpoints.Map(owner.MapGroup("/indicator-standards").WithTags("Indicators"), setters);
        IndicatorQueries.Map(owner.MapGroup("/indicators").WithTags("Indicators"), readers);
        var values = owner.MapGroup("/indicator-values").WithTags("Indicators");
        ReportIndicatorValueEndpoint.Map(values, reporters);
        WithdrawIndicatorValueEndpoint.Map(values, setters);
    }
}
