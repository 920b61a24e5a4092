using Campaign.Scoring.Metrics;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards.Primitives;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.Policies;

/// <summary>What is wrong with a policy, before anybody adopts it; and what there is to write one with.</summary>
internal static class LintPolicyEndpoint
{
    public static void Map(RouteGroupBuilder policies)
    {
        policies.MapPost(
            "/lint", (Policy body, HttpContext http) =>
                TypedResults.Ok(new LintedPolicy(BodyNotation.Locate(http, PolicyLinter.Lint(body)))))
            .TakesYaml<Policy>()
            .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("检查考评办法").Produces<LintedPolicy>().WithExample(PolicyExample.Json);
        policies.MapGet("/vocabulary", () => TypedResults.Ok(PolicyVocabulary.Whole))
            .Allow(Enum.GetValues<Role>()).WithName("GetPolicyVocabulary").WithSummary("考评办法可用的规则和数据").Produces<PolicyVocabulary>();
    }
}

/// <param name="Defects">Empty: the policy is sound.</param>
internal sealed record LintedPolicy(IReadOnlyList<FieldError> Defects);

/// <summary>The rules and metrics that items can name.</summary>
internal sealed record PolicyVocabulary(IReadOnlyList<RuleTerm> Rules, IReadOnlyList<MetricTerm> Metrics)
{
    public static readonly PolicyVocabulary Whole = new(
        [.. Primitive.All.Select(p => new RuleTerm(p.Rule, p.Name, p.Takes, p.Needs, p.May))],
        [.. MetricCatalogue.All.Select(m => new MetricTerm(m.Code, m.Name, m.Shape))]);
}

/// <param name="Takes">Shapes of the metrics it works with.</param>
/// <param name="Needs">Fields of the item that must be given.</param>
/// <param name="May">Fields that may be given.</param>
internal sealed record RuleTerm(
    string Rule, string Name, IReadOnlyList<MetricShape> Takes, IReadOnlyList<string> Needs, IReadOnlyList<string> May);

internal sealed record MetricTerm(string Metric, string Name, MetricShape Shape);
