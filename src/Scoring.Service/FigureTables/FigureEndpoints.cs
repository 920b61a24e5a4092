using Campaign.EventStore;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.FigureTables;

internal static class FigureRules
{
    public static readonly Refusal Unknown = new("figure-unknown", "没有这项指标。", RefusalKind.NotFound);
    public static readonly Refusal ByUnknown = new("figures-by-unknown", "by 须为 subject（按考评对象）或 category（按类别）。", RefusalKind.Invalid);
    public static readonly Refusal PartUnknown = new("figure-part-unknown", "part 须为 numerator（分子）或 denominator（分母）。", RefusalKind.Invalid);
}

internal static class FigureEndpoints
{
    private const string Numerator = "numerator";
    private const string Denominator = "denominator";

    public static void Map(RouteGroupBuilder figures)
    {
        figures.MapGet("/", Table).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures).WithSummary("指标").Produces<FigureTable>();
        figures.MapGet("/{rate}/cases", Items).Allow(Enum.GetValues<Role>()).WithSummary("指标的分子或分母明细").Produces<Page<CountedItem>>();
    }

    private static async Task<IResult> Table(string street, string month, string? by, FigureQuery figures, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        FiguresBy? parts = by switch { null or "subject" => FiguresBy.Subject, "category" => FiguresBy.Category, _ => null };
        return parts is { } known
            ? TypedResults.Ok(FigureTable.Of(asked, await figures.Sheet(street, asked, cancellation), known))
            : Problems.Of(FigureRules.ByUnknown);
    }

    private static async Task<IResult> Items(
        string street, string rate, string month, string? part, string? subject, string? after, int? limit,
        FigureQuery figures, Caller caller, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (FigureCatalogue.Find(rate) is not { } figure) return Problems.Of(FigureRules.Unknown);
        if ((part ?? Denominator) is not (Numerator or Denominator)) return Problems.Of(FigureRules.PartUnknown);
        var take = Paging.Limit(limit);
        var sheet = await figures.Sheet(street, asked, http.RequestAborted);
        var rows = sheet.Items(figure.Code)
            .Where(c => part is not Numerator || c.InNumerator)
            .Where(c => subject is null || sheet.SubjectOf(c.Subject) == subject)
            .Where(c => c.Subject is { } unit ? caller.ActsFor(unit) : caller.HeldToUnits is null)
            .Where(c => string.CompareOrdinal(c.Key, after) > 0)
            .Take(take + 1).Select(CountedItem.Of);
        return Paging.Page(http, [.. rows], take, c => c.Key);
    }
}

/// <param name="Key">Case number and round, or subject and Monday.</param>
internal sealed record CountedItem(string Key, string? Subject, string Text, DateTimeOffset At, bool InNumerator)
{
    public static CountedItem Of(Counted counted) => new(counted.Key, counted.Subject, counted.Text, counted.At, counted.InNumerator);
}
