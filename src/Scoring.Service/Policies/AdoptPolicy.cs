using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.Policies;

/// <summary>A policy effective from a month. What is announced already was computed by the policy of its month, for ever.</summary>
/// <param name="ClosedMonths">The street's closed months, <c>yyyy-MM</c>.</param>
internal sealed record AdoptPolicy(string Month, Policy Policy, IReadOnlyCollection<string> ClosedMonths, DateTimeOffset Now)
{
    public static readonly Refusal MonthClosed = new("month-closed", "所涉月份已经封账，考评办法不能再改。");

    public Decision Decide(PolicyBook book)
    {
        if (book.ByMonth.TryGetValue(Month, out var adopted) && adopted.SameAs(Policy)) return Decision.Nothing;
        var next = book.NextAfter(Month);
        return ClosedMonths.Any(m => string.CompareOrdinal(m, Month) >= 0 && (next is null || string.CompareOrdinal(m, next) < 0))
            ? MonthClosed
            : Decision.Of(new PolicyAdopted(Month, Stored.Policy.Of(Policy), Now));
    }
}

internal static class AdoptPolicyEndpoint
{
    public static void Map(RouteGroupBuilder policies) => policies
        .MapPut("/{month}", Handle).TakesYaml<Policy>()
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("制定考评办法").Produces<VersionedResult>().WithExample(PolicyExample.Json);

    internal static async Task<IResult> Handle(string street, string month, Policy body, Commands commands, IClosedMonths closed)
    {
        if (!Month.TryParse(month, out var from)) return Problems.Of(Month.Invalid);
        if (PolicyLinter.Lint(body) is { Count: > 0 } defects) return Problems.Of(defects);
        var command = new AdoptPolicy(from.ToString(), body, await closed.Of(street, commands.Cancellation), commands.Now);
        return await commands.Run(PolicyBook.Stream(street), command.Decide);
    }
}
