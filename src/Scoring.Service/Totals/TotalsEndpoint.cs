using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Web;

namespace Campaign.Scoring.Totals;

internal static class TotalsEndpoint
{
    private static readonly Refusal HalfInvalid = new("half-invalid", "half 须为 1 或 2。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder street) => street
        .MapGet("/totals/{year:int}", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithTags("Totals").WithSummary("半年和全年总分")
        .Produces<TotalReport>();

    /// <param name="half">1 or 2; without it the whole year.</param>
    private static async Task<IResult> Handle(string street, int year, int? half, TotalsQuery totals, CancellationToken cancellation)
    {
        if (!Month.TryParse($"{year:D4}-01", out _)) return Problems.Of(Month.Invalid);
        if (half is not (null or 1 or 2)) return Problems.Of(HalfInvalid);
        IReadOnlyList<Month> months = half is { } number
            ? [.. new HalfYear(year, number).Months]
            : [.. new HalfYear(year, 1).Months, .. new HalfYear(year, 2).Months];
        return await totals.Of(street, months, cancellation) is { } found
            ? TypedResults.Ok(
                new TotalReport(year, half, found.Provisional, found.DailyWeight, found.EvaluationWeight, found.Results, found.Notes))
            : Problems.Of(PolicyList.None);
    }
}

/// <summary>Totals of a half-year or a year; weights are those of the policy in force in its last month.</summary>
internal sealed record TotalReport(
    int Year, int? Half, bool Provisional, decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<SubjectTotal> Results,
    IReadOnlyList<string> Notes);
