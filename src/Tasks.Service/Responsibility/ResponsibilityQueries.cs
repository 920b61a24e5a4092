using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Tasks.Responsibility;

/// <summary>Everything is asked as of a day: <c>?on=</c>, today unless said otherwise.</summary>
internal static class ResponsibilityQueries
{
    private static readonly Refusal NoRule = new("no-rule", "责任体系中没有适用的规则，问题将进入待交办。", RefusalKind.NotFound);
    private static readonly Refusal CategoryOrField =
        new("category-or-field", "请给出问题类别（category）或工作领域（field）之一。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder street)
    {
        street.MapGet("/responsibility-rules", Rules).Allow(Audience.Everybody)
            .WithSummary("责任体系").Produces<ResponsibilityRules>().WithETag();
        street.MapGet("/responsibility-rules/resolution", Resolve).Allow(Audience.Everybody).WithSummary("某类问题由谁负责").Produces<Resolution>();
        street.MapGet("/responsible", Responsible).Allow(Audience.Everybody)
            .WithName("GetResponsible").WithSummary("某日某地某项工作由谁负责").Produces<Responsible>();
    }

    private static async Task<IResult> Rules(string street, DateOnly? on, TimeProvider clock, IEventStore store, HttpContext http)
    {
        var (map, version) = await store.Load(ResponsibilityMap.Stream(street), http.RequestAborted);
        var inForce = map.On(clock.DayOr(on));
        ETags.Write(http, version);
        return TypedResults.Ok(new ResponsibilityRules(inForce.Rules, inForce.Version == 0 ? null : inForce.Since));
    }

    private static async Task<IResult> Resolve(
        string street, string? community, string category, Severity? severity, DateOnly? on, TimeProvider clock, IEventStore store,
        HttpContext http)
    {
        var (map, _) = await store.Load(ResponsibilityMap.Stream(street), http.RequestAborted);
        return map.On(clock.DayOr(on)).Resolve(community, category, severity ?? Severity.Minor) is { } resolution
            ? TypedResults.Ok(resolution)
            : Problems.Of(NoRule);
    }

    private static async Task<IResult> Responsible(
        string street, [AsParameters] Question question, TimeProvider clock, IEventStore store, OrganisationLookup register,
        HttpContext http)
    {
        if (question.Category is null == question.Field is null) return Problems.Of(CategoryOrField);
        if (await register.On(street, clock.DayOr(question.On), http.RequestAborted) is not { } organisation)
            return Problems.Of(OrganisationRules.StreetUnknown);
        if (question.Community is { } community && !await register.KnowsCommunity(street, community, http.RequestAborted))
            return Problems.Of(OrganisationRules.CommunityUnknown);
        var (map, _) = await store.Load(ResponsibilityMap.Stream(street), http.RequestAborted);
        return TypedResults.Ok(new Responsibilities(organisation, map.On(organisation.Day)).Answer(question));
    }
}

/// <param name="Community">Code of the community; without one the street as a whole is meant.</param>
/// <param name="Category">Code of a category of findings.</param>
/// <param name="Field">Field of work, as guarantor leaders answer for it.</param>
internal sealed record Question(
    [FromQuery] string? Community, [FromQuery] string? Category, [FromQuery] string? Field, [FromQuery] DateOnly? On);
