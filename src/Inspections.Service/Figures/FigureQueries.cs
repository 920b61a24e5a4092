using Campaign.Figures;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.Reference;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Figures;

internal static class FigureQueries
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapGet("/figures", OfStreet).Allow(LedgerQueries.Readers).TakesTurn(CallerTurns.Figures)
        .WithSummary("统计指标（by：none、street、community、unit、category、group）").Produces<LedgerFigures>();

    public static void MapDistrict(RouteGroupBuilder district) => district
        .MapGet("/findings/figures", OfDistrict).TakesTurn(CallerTurns.Figures)
        .WithTags("Findings").WithSummary("各街道统计指标").Produces<LedgerFigures>();

    private static async Task<IResult> OfStreet(
        string street, DateOnly from, DateOnly to, string? by, Caller caller, NpgsqlDataSource database, Categories categories,
        TimeProvider clock, HttpContext http)
    {
        if (to < from) return Problems.Of(PeriodRules.Reversed);
        if (Named(by) is not { } grouping) return Problems.Of(FigureRules.GroupingUnknown);

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var names = await LedgerNames.Load(street, connection, categories, http.RequestAborted);
        var streets = await Streets(connection, http.RequestAborted);
        var request = new FigureRequest(from, to, grouping, clock.GetUtcNow());
        return TypedResults.Ok(await Figures(
            connection, new(street, caller.HeldToUnits), request, _ =>
                street, key => Name(grouping, key, names, streets), http.RequestAborted));
    }

    /// <summary>By its name only: a number is none.</summary>
    private static Grouping? Named(string? by) => by is null
        ? Grouping.None
        : Enum.GetValues<Grouping>().Where(one => one.ToString().Equals(by, StringComparison.OrdinalIgnoreCase)).Cast<Grouping?>()
            .FirstOrDefault();

    private static async Task<IResult> OfDistrict(
        DateOnly from, DateOnly to, NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        if (to < from) return Problems.Of(PeriodRules.Reversed);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var streets = await Streets(connection, http.RequestAborted);
        var request = new FigureRequest(from, to, Grouping.Street, clock.GetUtcNow());
        return TypedResults.Ok(await Figures(
            connection, new(Street: null, HeldToUnits: null), request, key =>
                key, key => streets.GetValueOrDefault(key, key), http.RequestAborted));
    }

    private static async Task<LedgerFigures> Figures(
        NpgsqlConnection connection, LedgerScope scope, FigureRequest request, Func<string, string> street, Func<string, string> name,
        CancellationToken cancellation)
    {
        var (from, to, by, now) = request;
        var period = new FigurePeriod(from.Start(), to.End(), now);
        var catalogue = FigureCatalogue.Of(from, to, period.Until);
        // One picture for all the counts, however much is written meanwhile.
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var counted = new FigureCounting(connection, scope, by, cancellation);
        await counted.Count(catalogue);
        var keys = counted.Keys.Union(by is Grouping.None ? [""] : [], StringComparer.Ordinal);
        return new(from, to, by, period.Until, FigureWords.AsOf(period), Definitions(catalogue), [.. keys.Select(Group)]);

        FigureGroup Group(string key)
        {
            string Href(IFigureList list) => list.Of(by, key).Href(street(key));
            long Count(IFigureList list) => counted.Of(list, key);
            var median = counted.Medians.TryGetValue(key, out var known) ? known : default((long Rounds, decimal Hours)?);
            return new(
                key, name(key),
                [.. catalogue.Rates.Select(rate => new Rate(
                    rate.Code, rate.Name, Count(rate.Part), Count(rate.Whole), Rate.Of(Count(rate.Part), Count(rate.Whole)),
                    Href(rate.Part), Href(rate.Whole)))],
                [.. catalogue.Counts.Select(count => new FigureCount(count.Code, count.Name, Count(count.Cases), Href(count.Cases)))],
                new(median?.Hours, median?.Rounds ?? 0, Href(catalogue.Median.Rounds)));
        }
    }

    private static IReadOnlyList<FigureDefinition> Definitions(FigureCatalogue catalogue) =>
    [
        .. catalogue.Rates.Select(rate => new FigureDefinition(rate.Code, rate.Name, rate.Definition)),
        .. catalogue.Counts.Select(count => new FigureDefinition(count.Code, count.Name, count.Definition)),
        new(catalogue.Median.Code, catalogue.Median.Name, catalogue.Median.Definition),
    ];

    private static string Name(Grouping by, string key, LedgerNames names, IReadOnlyDictionary<string, string> streets) =>
        key == LedgerFilter.Nobody ? by is Grouping.Group ? "其他类别" : "未明确" : by switch
        {
            Grouping.None => "全部",
            Grouping.Street => streets.GetValueOrDefault(key, key),
            Grouping.Community => names.Community(key)!,
            Grouping.Unit => names.Unit(key)!,
            Grouping.Category => names.Category(key)!,
            Grouping.Group => key,
        };

    private static async Task<IReadOnlyDictionary<string, string>> Streets(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await connection.QueryAsync<(string Street, string Name)>(new CommandDefinition(
            "SELECT street, name FROM known_streets", cancellationToken: cancellation)))
                .ToDictionary(row => row.Street, row => row.Name, StringComparer.Ordinal);

    private sealed record FigureRequest(DateOnly From, DateOnly To, Grouping By, DateTimeOffset Now);
}
