using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Responsibility;

internal static class ResponsibilityQueries
{
    private static readonly Refusal NoRule = new("no-rule", "责任体系中没有适用的规则，问题将进入待交办。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder street)
    {
        street.MapGet("/responsibility-rules", Rules).Allow(Audience.Everybody).WithSummary("责任体系").Produces<ResponsibilityRules>();
        street.MapGet("/responsibility-rules/resolution", Resolve).Allow(Audience.Everybody).WithSummary("某类问题由谁负责").Produces<Resolution>();
    }

    private static async Task<IResult> Rules(string street, IEventStore store, HttpContext http)
    {
        var (map, version) = await store.Load<ResponsibilityMap>(ResponsibilityMap.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(new ResponsibilityRules(map.Rules));
    }

    private static async Task<IResult> Resolve(string street, string? community, string category, Severity? severity, IEventStore store, HttpContext http)
    {
        var (map, _) = await store.Load<ResponsibilityMap>(ResponsibilityMap.Stream(street), http.RequestAborted);
        return map.Resolve(community, category, severity ?? Severity.Minor) is { } resolution
            ? TypedResults.Ok(resolution)
            : Problems.Of(NoRule);
    }
}
