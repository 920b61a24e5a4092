using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.District;

/// <summary>The streets of the district beside each other, on the same figures.</summary>
/// <param name="PolicyFrom">The district's policy is in force from this month; absent: the mean of a street's subjects.</param>
internal sealed record Comparison(
    string Month, string? PolicyFrom, IReadOnlyList<FigureMeaning> Figures, IReadOnlyList<ComparedStreet> Streets);

/// <param name="Provisional">The street has not closed the month.</param>
/// <param name="Rank">Among all streets, also those that the caller does not see; null while none has a score.</param>
/// <param name="Lines">What the score is made of.</param>
internal sealed record ComparedStreet(
    string Street, string Name, MonthStatus Status, bool Provisional, int? Rank, decimal? Score, int Subjects,
    IReadOnlyDictionary<string, FigureValue> Figures, IReadOnlyList<ScoreLine> Lines)
{
    public static ComparedStreet Of(StreetStanding street, Scorecard card) => new(
        street.Street, street.Name, street.Status, street.Status is MonthStatus.Open, card.Rank, card.Score, street.Cards.Count,
        street.Figures, card.Lines);
}

internal sealed class ComparisonQuery(StreetStandings standings, PolicyList policies, TimeProvider clock)
{
    public async Task<Comparison> Of(Month month, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var streets = await standings.Of(month, now, cancellation);
        var policy = await policies.InForce(StreetRanking.District, month, cancellation);
        var cards = StreetRanking.Of(month, policy?.Policy ?? StreetRanking.UsualPolicy, streets, now);
        return new(
            month.ToString(), policy?.From, FigureMeaning.All,
            [.. streets.Join(cards, s => s.Street, c => c.Subject, ComparedStreet.Of, StringComparer.Ordinal).OrderBy(s => s.Rank)]);
    }
}

internal static class ComparisonEndpoint
{
    public static void Map(RouteGroupBuilder district) => district
        .MapGet("/comparison", Handle)
        .Allow(Role.DistrictOffice, Role.Administrator, Role.StreetOffice, Role.Leader).TakesTurn(CallerTurns.Figures)
        .WithTags("District").WithSummary("各街道比较").Produces<Comparison>();

    private static async Task<IResult> Handle(string month, ComparisonQuery comparisons, Caller caller, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        var comparison = await comparisons.Of(asked, cancellation);
        return TypedResults.Ok(comparison with { Streets = [.. comparison.Streets.Where(s => caller.MaySee(s.Street))] });
    }
}
