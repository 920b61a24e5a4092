namespace Campaign.Inspections.Offline;

/// <summary>The parts of offline synchronisation and their routes.</summary>
internal static class OfflineSync
{
    public static void AddOfflineSync(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<IntentBodies>().AddSingleton<FindingIntents>().AddSingleton<InspectionIntents>().AddSingleton<IntentKinds>()
        .AddSingleton<IntentJournal>().AddSingleton<IntentCommit>().AddSingleton<IntentTaker>()
        .AddSingleton<ConflictViews>().AddSingleton<ConflictResolution>();

    public static void Map(RouteGroupBuilder street)
    {
        var sync = street.MapGroup("/sync").WithTags("Offline");
        SyncEndpoints.Map(sync);
        var conflicts = sync.MapGroup("/conflicts");
        ConflictQueries.Map(conflicts);
        ResolveConflictEndpoint.Map(conflicts);
    }
}
