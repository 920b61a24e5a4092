using Campaign.Scoring.Figures;
using Campaign.Scoring.FigureTables;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Web;

namespace Campaign.Scoring.Trends;

/// <summary>The figures of a street's months: as they were closed, or as they stand.</summary>
internal sealed record StreetTrend(IReadOnlyList<FigureMeaning> Figures, IReadOnlyList<StreetTrendPoint> Months);

/// <param name="Provisional">Not closed: every new fact may change it.</param>
/// <param name="Values">By the code of the figure; a month closed long ago has fewer.</param>
internal sealed record StreetTrendPoint(
    string Month, MonthStatus Status, bool Provisional, IReadOnlyDictionary<string, FigureValue> Values);

/// <summary>Months that have not begun are left out.</summary>
internal sealed class StreetTrendQuery(ClosedMonths closedMonths, FigureQuery figures, TimeProvider clock)
{
    public async Task<StreetTrend> Of(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        var points = new List<StreetTrendPoint>();
        foreach (var month in months.Where(m => m.Start <= clock.GetUtcNow()))
        {
            points.Add(await closedMonths.Find(street, month, cancellation) is { } closed
                ? new(month.ToString(), closed.Status, Provisional: false, (closed.Scoring.Figures ?? PinnedFigures.None).Values)
                : new(month.ToString(), MonthStatus.Open, Provisional: true, (await figures.Sheet(street, month, cancellation)).Total));
        }
        return new(FigureMeaning.All, points);
    }
}

internal static class StreetTrendEndpoint
{
    public static void Map(RouteGroupBuilder figures) => figures
        .MapGet("/trend", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("历月指标").Produces<StreetTrend>();

    private static async Task<IResult> Handle(
        string street, string? from, string? to, StreetTrendQuery trends, TimeProvider clock, CancellationToken cancellation)
    {
        var (months, refusal) = TrendMonths.Asked(from, to, clock.GetUtcNow());
        return refusal is null ? TypedResults.Ok(await trends.Of(street, months, cancellation)) : Problems.Of(refusal);
    }
}
