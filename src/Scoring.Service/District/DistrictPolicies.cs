using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.District;

/// <summary>
/// How the district ranks its streets: a policy like a street's. The district closes no months, so every one may be replaced.
/// </summary>
internal static class DistrictPolicies
{
    public static void Map(RouteGroupBuilder policies)
    {
        policies.MapPut("/{month}", Adopt).TakesYaml<Policy>().WithSummary("制定街道考评办法").Produces<VersionedResult>()
            .WithExample(PolicyExample.Json);
        policies.MapGet("/{month}", Get).WithSummary("当月生效的街道考评办法").Produces<PolicyInForce>().OffersYaml<Policy>();
    }

    private static Task<IResult> Adopt(string month, Policy body, Commands commands, IClosedMonths closed) =>
        AdoptPolicyEndpoint.Handle(StreetRanking.District, month, body, commands, closed);

    private static Task<IResult> Get(string month, PolicyList policies, HttpContext http) =>
        PolicyList.Get(StreetRanking.District, month, policies, http);
}
