using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Findings;

internal sealed record SetFindingSettings(FindingSettings Settings, DateTimeOffset Now)
{
    public Decision Decide(FindingSettings settings) => settings == Settings
        ? Decision.Nothing
        : Decision.Of(new FindingSettingsSet(Settings.RadiusMetres, Settings.RelapseDays, Settings.LookBackPercent, Now));
}

internal static class FindingSettingsEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        var settings = street.MapGroup("/finding-settings").WithTags("Findings");
        settings.MapPut("/", Put).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("设置判重与回头看").Produces<VersionedResult>();
        settings.MapGet("/", Get).Allow(Enum.GetValues<Role>()).WithSummary("判重与回头看设置").Produces<FindingSettings>().WithETag();
    }

    private static Task<IResult> Put(string street, FindingSettings body, Commands commands) =>
        commands.Run(FindingSettings.Stream(street), new SetFindingSettings(body, commands.Now).Decide);

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (settings, version) = await store.Load(FindingSettings.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(settings);
    }
}
