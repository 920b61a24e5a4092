using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>判重与回头看设置 of a street.</summary>
/// <param name="RadiusMetres">Within which two findings of one category may be the same matter.</param>
/// <param name="RelapseDays">After striking off, within which a new finding may be a relapse.</param>
/// <param name="LookBackPercent">Share of the cases without a relapse that are looked at again.</param>
internal sealed record FindingSettingsSet(double RadiusMetres, int RelapseDays, int LookBackPercent, DateTimeOffset At) : IFindingSettingsEvent;

internal interface IFindingSettingsEvent;

internal sealed record FindingSettings(double RadiusMetres, int RelapseDays, int LookBackPercent) : IAggregate<FindingSettings, IFindingSettingsEvent>
{
    public static FindingSettings Initial { get; } = new(RadiusMetres: 50, RelapseDays: 90, LookBackPercent: 10);

    public FindingSettings Evolve(IFindingSettingsEvent @event) => @event switch
    {
        FindingSettingsSet e => new(e.RadiusMetres, e.RelapseDays, e.LookBackPercent),
    };

    public static StreamId Stream(string street) => new(street, DeterministicGuid.From(Guid.Empty, "finding-settings"));

    internal sealed class Validator : AbstractValidator<FindingSettings>
    {
        public Validator()
        {
            RuleFor(x => x.RadiusMetres).InclusiveBetween(1, 1000);
            RuleFor(x => x.RelapseDays).InclusiveBetween(1, 3650);
            RuleFor(x => x.LookBackPercent).InclusiveBetween(0, 100);
        }
    }
}

internal sealed record SetFindingSettings(FindingSettings Settings, DateTimeOffset Now)
{
    public Decision Decide(FindingSettings settings) => settings == Settings
        ? Decision.Nothing
        : Decision.Of(new FindingSettingsSet(Settings.RadiusMetres, Settings.RelapseDays, Settings.LookBackPercent, Now));
}

internal sealed class FindingSettingsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not FindingSettingsSet e) return;
        sql.Add(
            """
            INSERT INTO finding_settings (street, radius_metres, relapse_days) VALUES ($1, $2, $3)
            ON CONFLICT (street) DO UPDATE SET radius_metres = excluded.radius_metres, relapse_days = excluded.relapse_days
            """,
            @event.Stream.Tenant, e.RadiusMetres, e.RelapseDays);
    }
}

internal static class FindingSettingsEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        var settings = street.MapGroup("/finding-settings").WithTags("Findings");
        settings.MapPut("/", Put).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("设置判重与回头看").Produces<VersionedResult>();
        settings.MapGet("/", Get).Allow(Enum.GetValues<Role>()).WithSummary("判重与回头看设置").Produces<FindingSettings>();
    }

    private static Task<IResult> Put(string street, FindingSettings body, Commands commands) =>
        commands.Run<FindingSettings>(FindingSettings.Stream(street), new SetFindingSettings(body, commands.Now).Decide);

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (settings, version) = await store.Load<FindingSettings>(FindingSettings.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(settings);
    }
}
