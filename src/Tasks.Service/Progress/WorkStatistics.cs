using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Tasks.Progress;

/// <summary>工作量统计 of a period, both days included.</summary>
/// <param name="Totals">Over all units asked for.</param>
/// <param name="Units">The same, unit by unit.</param>
internal sealed record WorkStatistics(DateOnly From, DateOnly To, IReadOnlyList<WorkSum> Totals, IReadOnlyList<WorkSum> Units);

/// <param name="Unit">The unit that did it; left out of a total over units.</param>
/// <param name="Entries">Number of entries that add up to the amount.</param>
/// <param name="Href">The list of exactly these entries.</param>
internal sealed record WorkSum(string? Unit, string Item, string Measure, decimal Amount, int Entries, string Href);

/// <summary>One quantity of one report that counts.</summary>
/// <param name="Href">The reports of the assignment.</param>
internal sealed record WorkEntry(
    Guid Id, DateOnly On, string Unit, string Item, decimal Amount, string Measure, Guid AssignmentId, string Title, Guid Report,
    ReportSource Source,
    string? Note, string Href);

internal static class WorkStatisticsQueries
{
    private const int MaxRows = 5000;
    private static readonly Refusal TooManyRows = new("statistics-too-large", $"统计超过 {MaxRows} 行，请缩小范围。", RefusalKind.Invalid);

    private const string Counted =
        """
        FROM progress_reports r JOIN reported_quantities q ON q.street = r.street AND q.assignment_id = r.assignment_id
            AND q.report = r.report
        WHERE r.street = @street AND NOT r.corrected AND r.on_day BETWEEN @from AND @to
          AND (@units::text[] IS NULL OR r.unit = ANY (@units))
          AND (@unit::text IS NULL OR r.unit = @unit) AND (@item::text IS NULL OR q.item = @item)
          AND (@measure::text IS NULL OR q.measure = @measure)
        """;

    public static void Map(RouteGroupBuilder statistics)
    {
        statistics.MapGet("/", Statistics).Allow(Audience.Everybody).TakesTurn(CallerTurns.Figures)
            .WithSummary("工作量统计").Produces<WorkStatistics>();
        statistics.MapGet("/entries", Entries).Allow(Audience.Everybody).WithSummary("工作量明细").Produces<Page<WorkEntry>>();
    }

    private static async Task<IResult> Statistics(
        string street, [AsParameters] WorkFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var sums = await Sums(connection, street, filter, caller.HeldToUnits, http.RequestAborted);
        if (sums.Count > MaxRows) return Problems.Of(TooManyRows);
        WorkSum SumOf(string? unit, string item, string measure, decimal amount, int entries) =>
            new(unit, item, measure, amount, entries,
                HrefOf(street, filter with { Unit = unit ?? filter.Unit, Item = item, Measure = measure }));
        return TypedResults.Ok(new WorkStatistics(
            filter.From, filter.To,
            [
                .. sums.GroupBy(sum => (sum.Item, sum.Measure))
                    .Select(all => SumOf(null, all.Key.Item, all.Key.Measure, all.Sum(sum => sum.Amount), all.Sum(sum => sum.Entries))),
            ],
            [.. sums.Select(sum => SumOf(sum.Unit, sum.Item, sum.Measure, sum.Amount, sum.Entries))]));
    }

    /// <param name="units">Units the caller is held to; null for all.</param>
    public static async Task<IReadOnlyList<(string Item, string Measure, string Unit, decimal Amount, int Entries)>> Sums(
        NpgsqlConnection connection, string street, WorkFilter filter, string[]? units, CancellationToken cancellation)
    {
        var sums = await connection.QueryAsync<(string, string, string, decimal, int)>(new CommandDefinition(
            $"""
             SELECT q.item, q.measure, r.unit, sum(q.amount), count(*)::int {Counted}
             GROUP BY q.item, q.measure, r.unit ORDER BY q.item, q.measure, r.unit LIMIT {MaxRows + 1}
             """,
            filter.Arguments(street, units), cancellationToken: cancellation));
        return sums.AsList();
    }

    private static async Task<IResult> Entries(
        string street, [AsParameters] WorkFilter filter, [AsParameters] Cursor<Guid?> cursor, Caller caller, NpgsqlDataSource database,
        HttpContext http)
    {
        var arguments = new DynamicParameters(filter.Arguments(street, caller.HeldToUnits));
        arguments.AddDynamicParams(new { cursor.After, cursor.Take });
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<WorkEntry>(new CommandDefinition(
            $"""
             SELECT q.id AS Id, r.on_day AS On, r.unit AS Unit, q.item AS Item, q.amount AS Amount, q.measure AS Measure,
                    r.assignment_id AS AssignmentId,
                    (SELECT title FROM assignments a WHERE a.street = r.street AND a.id = r.assignment_id) AS Title,
                    r.report AS Report, r.source AS Source, r.note AS Note,
                    '/api/streets/' || r.street || '/assignments/' || r.assignment_id || '/progress' AS Href
             {Counted}
               AND (@after::uuid IS NULL OR (r.on_day, q.id) > (
                   SELECT r2.on_day, q2.id FROM reported_quantities q2
                   JOIN progress_reports r2 ON r2.street = q2.street AND r2.assignment_id = q2.assignment_id AND r2.report = q2.report
                   WHERE q2.street = @street AND q2.id = @after))
             ORDER BY r.on_day, q.id LIMIT @take
             """,
            arguments, cancellationToken: http.RequestAborted));
        return cursor.Page(http, rows, row => row.Id.ToString());
    }

    private static string HrefOf(string street, WorkFilter filter) => Links.To(
        $"/api/streets/{street}/work-statistics/entries", ("from", filter.From), ("to", filter.To), ("unit", filter.Unit),
        ("item", filter.Item),
        ("measure", filter.Measure));
}

/// <param name="From">First day.</param>
/// <param name="To">Last day; a year at most.</param>
/// <param name="Measure">块, 车, 份 …</param>
internal sealed record WorkFilter(DateOnly From, DateOnly To, string? Unit, string? Item, string? Measure)
{
    public object Arguments(string street, string[]? units) => new
    {
        street,
        units,
        from = From,
        to = To,
        unit = Unit,
        item = Item is null ? null : Quantity.NameOf(Item),
        measure = Measure is null ? null : Quantity.NameOf(Measure),
    };

    internal sealed class Validator : AbstractValidator<WorkFilter>
    {
        private const int MaxDays = 366;

        public Validator() => RuleFor(x => x.To)
            .GreaterThanOrEqualTo(x => x.From).WithErrorCode("period-ends-before-it-begins")
            .Must((filter, to) => to.DayNumber - filter.From.DayNumber < MaxDays)
            .WithErrorCode("period-too-long").WithMessage($"统计期间不能超过 {MaxDays} 天。");
    }
}
