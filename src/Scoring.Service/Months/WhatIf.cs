using System.Text.Json.Serialization;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>
/// 试算: a month as another policy would have counted it, beside the real one. Both on what is known now; nothing is stored.
/// </summary>
/// <param name="PolicyFrom">The real policy is in force from this month.</param>
internal sealed record WhatIf(string Month, string PolicyFrom, IReadOnlyList<WhatIfResult> Results)
{
    public static WhatIf Between(Month month, string policyFrom, MonthScoring real, MonthScoring other) =>
        new(month.ToString(), policyFrom, [.. real.Scorecards.Zip(other.Scorecards, WhatIfResult.Between)]);
}

/// <param name="ScoreChange">Null where either has no score.</param>
/// <param name="RankChange">Places won; negative: lost. Null where either has no rank.</param>
internal sealed record WhatIfResult(
    string Subject, string Name, string Category, MonthFigures Real, MonthFigures WhatIf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? ScoreChange, int? RankChange)
{
    public static WhatIfResult Between(Scorecard real, Scorecard other) => new(
        real.Subject, real.Name, real.Category, MonthFigures.Of(real), MonthFigures.Of(other), other.Score - real.Score,
        real.Rank - other.Rank);
}

/// <param name="Items">Points by item.</param>
internal sealed record MonthFigures(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score, int? Rank, string? Grade,
    IReadOnlyDictionary<string, decimal> Items)
{
    public static MonthFigures Of(Scorecard card) => new(card.Score, card.Rank, card.Grade?.Grade, card.Adjustments);
}

internal static class WhatIfEndpoint
{
    public static void Map(RouteGroupBuilder policies) => policies
        .MapPost("/what-if", Handle).TakesYaml<Policy>()
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator).TakesTurn(CallerTurns.Figures)
        .WithSummary("试算考评办法").Produces<WhatIf>().WithExample(PolicyExample.Json);

    private static async Task<IResult> Handle(
        string street, string month, Policy body, MonthReports reports, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (PolicyLinter.Lint(body) is { Count: > 0 } defects) return Problems.Of(defects);
        return await reports.WhatIf(street, asked, body, cancellation) is { } answer
            ? TypedResults.Ok(answer)
            : Problems.Of(PolicyList.None);
    }
}
