using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Offline;

/// <summary>离线同步: what was done without reception, and what of it contradicts others.</summary>
internal sealed class OfflineFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<IntentApplied>().Add<IntentRefused>().Add<IntentConflicted>().Add<IntentHeld>().Add<IntentRepeated>()
        .Add<ConflictRaised>().Add<ConflictJoined>().Add<ConflictResolved>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<SyncProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IntentBodies>().AddSingleton<FindingIntents>().AddSingleton<InspectionIntents>()
        .AddSingleton<LookBackIntents>().AddSingleton<IntentKinds>()
        .AddSingleton<IntentJournal>().AddSingleton<IntentCommit>().AddSingleton<IntentHandler>()
        .AddSingleton<ConflictViews>().AddSingleton<ConflictResolution>();

    public override void Map(FeatureRoutes routes)
    {
        var sync = routes.Street.MapGroup("/sync").WithTags("Offline");
        SyncEndpoints.Map(sync);
        var conflicts = sync.MapGroup("/conflicts");
        ConflictQueries.Map(conflicts);
        ResolveConflictEndpoint.Map(conflicts);
    }
}
