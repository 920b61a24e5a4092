using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Inspections;

/// <summary>检查: scores that are confirmed, and inspections whose score is to come.</summary>
internal sealed class InspectionsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<InspectionBegun>().Add<InspectionHandedIn>().Add<InspectionTaken>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<InspectionProjection>(ProjectionMode.Inline)
        .AddProjection<BegunInspectionProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<UnconfirmedInspections>();
}
