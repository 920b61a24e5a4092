using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Inspections;

/// <summary>检查: scores that are confirmed, and inspections whose score is to come.</summary>
internal sealed class InspectionsFeature : Feature
{
    // Stored under the names that they had first.
    public override void AddEvents(EventTypes events) => events
        .Add(typeof(InspectionStarted), "inspection_begun")
        .Add(typeof(InspectionSubmitted), "inspection_handed_in")
        .Add(typeof(InspectionScored), "inspection_taken")
        .Add<InspectionWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<InspectionProjection>(ProjectionMode.Inline)
        .AddProjection<StartedInspectionProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<UnconfirmedInspections>();
}
