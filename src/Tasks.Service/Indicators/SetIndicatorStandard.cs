using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Indicators;

/// <summary>What happens to a version of a standard.</summary>
internal interface IStandardEvent;

/// <summary>A version of the indicators was set as a whole, by the district or by a street for its own.</summary>
internal sealed record IndicatorStandardSet(string Version, Stored.IndicatorStandard Standard, DateTimeOffset At) : IStandardEvent;

internal sealed record StandardVersion : IAggregate<StandardVersion, IStandardEvent>
{
    public static StandardVersion Initial { get; } = new();

    public IndicatorStandard? Standard { get; init; }

    public StandardVersion Evolve(IStandardEvent @event) => @event switch
    {
        IndicatorStandardSet e => this with { Standard = e.Standard.ToIndicatorStandard() },
    };

    public static StreamId<StandardVersion> Stream(string owner, string version) =>
        StreamId<StandardVersion>.Named(owner, $"indicator-standard/{version}");
}

/// <summary>A value keeps the standard it was judged by: once there are values, the version stays as it is.</summary>
internal sealed record SetIndicatorStandard(string Version, IndicatorStandard Standard, bool InUse, DateTimeOffset Now)
{
    public Decision Decide(StandardVersion version) => version.Standard switch
    {
        { } known when known.SameAs(Standard) => Decision.Nothing,
        { } when InUse => IndicatorRules.StandardInUse,
        _ => Decision.Of(new IndicatorStandardSet(Version, Stored.IndicatorStandard.Of(Standard), Now)),
    };
}

internal sealed class IndicatorStandardProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not IndicatorStandardSet e) return;
        sql.Add(
            """
            INSERT INTO indicator_standards (owner, code, version, title, source, from_year, indicators) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (owner, code) DO UPDATE SET version = excluded.version, title = excluded.title, source = excluded.source,
                from_year = excluded.from_year, indicators = excluded.indicators
            """,
            @event.Stream.Tenant, e.Version, @event.Version, e.Standard.Title, e.Standard.Source, e.Standard.From,
            e.Standard.Indicators.Count);
    }
}

internal static class IndicatorStandardEndpoints
{
    public static void Map(RouteGroupBuilder standards, Role[] writers)
    {
        standards.MapGet("/", List).Allow(Audience.Everybody).WithSummary("指标标准的版本").Produces<IReadOnlyList<StandardRow>>();
        standards.MapGet("/{code}", One).Allow(Audience.Everybody).WithSummary("一个版本的指标标准").Produces<IndicatorStandard>().WithETag();
        standards.MapPut("/{code}", Put).Allow(writers).WithSummary("设置自有版本的指标标准").Produces<Registered>()
            .WithExample(
                """
                {
                  "title": "国家卫生城市评审标准（自有版本）", "source": "全爱卫发〔2021〕6号", "from": 2021,
                  "indicators": [
                    { "no": 1, "chapter": "市容环境卫生", "name": "建成区绿地率", "unit": "%", "target": { "form": "Fixed", "op": ">=", "value": 36 } }
                  ]
                }
                """);
    }

    private static async Task<IResult> List(HttpContext http, Standards standards) =>
        TypedResults.Ok(await standards.List(Owner.Of(http), http.RequestAborted));

    private static async Task<IResult> One(string code, HttpContext http, Standards standards)
    {
        var (standard, version) = await standards.Find(Owner.Of(http), code, http.RequestAborted);
        if (standard is null) return Problems.Of(IndicatorRules.StandardUnknown);
        ETags.Write(http, version);
        return TypedResults.Ok(standard);
    }

    private static async Task<IResult> Put(string code, IndicatorStandard body, HttpContext http, Commands commands, Standards standards)
    {
        var owner = Owner.Of(http);
        if (!RegisteredStreetOnly.IsCode(code)) return Problems.Of(OrganisationRules.CodeInvalid);
        if (ShippedStandards.All.ContainsKey(code)) return Problems.Of(IndicatorRules.StandardShipped);
        if (await standards.IsTaken(owner, code, commands.Cancellation)) return Problems.Of(IndicatorRules.VersionTaken);
        var inUse = await standards.IsInUse(owner, code, commands.Cancellation);
        return await commands.Run(
            StandardVersion.Stream(owner, code), new SetIndicatorStandard(code, body, inUse, commands.Now).Decide,
            done => new Registered(code, done.Version));
    }
}
