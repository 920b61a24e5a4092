using Campaign.EventStore;
using Campaign.Figures;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Web;

namespace Campaign.Scoring.FigureTables;

/// <summary>The figures of findings, day by day or week by week, as the facts stand now.</summary>
/// <param name="By"><c>day</c> or <c>week</c> (Mon–Sun).</param>
internal sealed record FigureSeries(string By, IReadOnlyList<FigureMeaning> Figures, IReadOnlyList<SeriesPoint> Points)
{
    public const string Day = "day";
    public const string Week = "week";

    private static readonly IReadOnlyList<FigureMeaning> OfFindings =
        [.. FigureMeaning.All.Where(meaning => RoundFigure.All.Any(figure => figure.Code == meaning.Code))];

    /// <summary>The spans that the days from one to another are told by; whole weeks, also where they reach beyond.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To)> Spans(string by, DateOnly from, DateOnly to)
    {
        var length = by == Week ? 7 : 1;
        var first = by == Week ? Kernel.Week.Of(from).Monday : from;
        var count = (to.DayNumber - first.DayNumber + length) / length;
        return [.. Enumerable.Range(0, count).Select(i => (first.AddDays(i * length), first.AddDays((i * length) + length - 1)))];
    }

    /// <param name="factsOf">What is known of a month.</param>
    /// <param name="now">Spans that have not begun yet are left out.</param>
    public static FigureSeries Of(
        string by, IReadOnlyList<(DateOnly From, DateOnly To)> spans, Func<Month, MonthFacts> factsOf, DateTimeOffset now) =>
        new(by, OfFindings, [.. spans.Where(span => ChinaTime.StartOf(span.From) <= now).Select(span => Point(span, factsOf, now))]);

    private static SeriesPoint Point((DateOnly From, DateOnly To) span, Func<Month, MonthFacts> factsOf, DateTimeOffset now)
    {
        var facts = MonthFacts.Of([.. new[] { Month.Of(span.From), Month.Of(span.To) }.Distinct().Select(factsOf)]);
        var rounds = new RoundScope(
            FindingHistory.Of(facts.FindingFacts), (facts.RectificationReports ?? []).ToLookup(report => report.FindingId),
            new(ChinaTime.StartOf(span.From), ChinaTime.EndOf(span.To), now));
        return new(span.From, span.To, rounds.Period.Until, rounds.Values);
    }
}

/// <param name="AsOf">What was so at this moment: the end of the span, or now in one that is running.</param>
/// <param name="Values">By the code of the figure.</param>
internal sealed record SeriesPoint(DateOnly From, DateOnly To, DateTimeOffset AsOf, IReadOnlyDictionary<string, FigureValue> Values);

internal static class FigureSeriesEndpoint
{
    private const int MostDays = 92;
    private const int MostWeeks = 53;

    private static readonly Refusal SpanInvalid = new(
        "series-span-invalid", $"起止日期须先后有序；按日不超过 {MostDays} 天，按周不超过 {MostWeeks} 周。", RefusalKind.Invalid);

    private static readonly Refusal ByUnknown = new("series-by-unknown", "by 须为 day（按日）或 week（按周）。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder figures) => figures
        .MapGet("/series", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("按日或按周的指标").Produces<FigureSeries>();

    private static async Task<IResult> Handle(
        string street, DateOnly from, DateOnly to, string? by, MonthFactsQuery query, TimeProvider clock, CancellationToken cancellation)
    {
        if (by is not (null or FigureSeries.Day or FigureSeries.Week)) return Problems.Of(ByUnknown);
        var span = by ?? FigureSeries.Day;
        if (to < from || to.DayNumber - from.DayNumber >= MostWeeks * 7 || !InRange(from) || !InRange(to)) return Problems.Of(SpanInvalid);
        var spans = FigureSeries.Spans(span, from, to);
        if (spans.Count > (span == FigureSeries.Day ? MostDays : MostWeeks)) return Problems.Of(SpanInvalid);
        var facts = new Dictionary<Month, MonthFacts>();
        foreach (var month in spans.SelectMany(s => new[] { Month.Of(s.From), Month.Of(s.To) }).Distinct())
            facts[month] = await query.Load(street, month, cancellation);
        return TypedResults.Ok(FigureSeries.Of(span, spans, month => facts[month], clock.GetUtcNow()));
    }

    /// <summary>Of the months there are; a week begins up to six days before, and ends up to six after.</summary>
    private static bool InRange(DateOnly day) => Known(day) && Known(day.AddDays(-6)) && Known(day.AddDays(6));

    private static bool Known(DateOnly day) => Month.TryParse($"{day:yyyy-MM}", out _);
}
