using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Progress;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Reports;

/// <summary>Counts what happened in a period and what lay open at its end, as it was then: a draft made later says the same.</summary>
internal sealed class ReportFactsQuery(NpgsqlDataSource database)
{
    private const int MaxLines = 200;

    /// <summary>Happened in the period, of assignments that were not over when they were issued.</summary>
    private const string Happened =
        """
        FROM assignment_milestones m JOIN assignments a ON a.street = m.street AND a.id = m.assignment_id
        WHERE m.street = @street AND m.on_day BETWEEN @from AND @to AND a.status <> 'Closed' AND (@unit::text IS NULL OR m.unit = @unit)
        """;

    private const string OpenAtEnd =
        $"""
        FROM assignments a
        WHERE a.street = @street AND a.unit IS NOT NULL AND (@unit::text IS NULL OR a.unit = @unit)
          AND EXISTS (SELECT 1 FROM assignment_milestones m
                      WHERE m.street = a.street AND m.assignment_id = a.id AND m.milestone = 'Issued' AND m.on_day <= @to)
          AND ({AssignmentConditions.IsOpen} OR status IN ('Approved', 'Cancelled', 'Missed') AND since >= @end)
        """;

    private const string LateAtEnd =
        """
        EXISTS (SELECT 1 FROM assignment_milestones m
                WHERE m.street = a.street AND m.assignment_id = a.id AND m.milestone = 'BecameOverdue' AND m.on_day <= @to
                  AND NOT EXISTS (SELECT 1 FROM assignment_milestones x
                                  WHERE x.street = m.street AND x.assignment_id = m.assignment_id AND x.milestone = 'Extended'
                                    AND x.at > m.at AND x.on_day <= @to))
        """;

    /// <param name="unit">Code of a unit; null for the whole street.</param>
    public async Task<ReportFacts> Of(string street, string streetName, UnitName? unit, ReportPeriod period, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var arguments = new
        {
            street,
            unit = unit?.Code,
            from = period.From,
            to = period.To,
            end = ChinaTime.EndOf(period.To).UtcDateTime,
            nextEnd = ChinaTime.EndOf(period.NextTo).UtcDateTime,
            MaxLines,
        };
        async Task<IReadOnlyList<T>> Ask<T>(string sql) =>
            (await connection.QueryAsync<T>(new CommandDefinition(sql, arguments, cancellationToken: cancellation))).AsList();
        async Task<ReportLines> Lines(string from, string order, string reason = "NULL")
        {
            var rows = await Ask<Row>(
                $"""
                 SELECT a.id AS Id, a.title AS Title, a.unit AS Unit, a.due AS Due, {reason} AS Reason, (count(*) OVER ())::int AS Total
                 {from} ORDER BY {order} LIMIT @MaxLines
                 """);
            var lines = rows.Select(row => new ReportLine(row.Id, row.Title, row.Unit, row.Due, row.Reason));
            return new(rows is [var first, ..] ? first.Total : 0, [.. lines]);
        }

        var happened = await Ask<UnitTally>(
            $"""
             SELECT m.unit AS Unit, (count(*) FILTER (WHERE milestone = 'Issued'))::int AS Issued,
                    (count(*) FILTER (WHERE milestone = 'Submitted'))::int AS Submitted,
                    (count(*) FILTER (WHERE milestone = 'Approved'))::int AS Approved,
                    (count(*) FILTER (WHERE milestone = 'Approved' AND m.at <= a.due))::int AS OnTime,
                    (count(*) FILTER (WHERE milestone = 'Returned'))::int AS Returned,
                    (count(*) FILTER (WHERE milestone = 'BecameOverdue' AND NOT a.overdue_waived))::int AS BecameOverdue, 0 AS Open,
                    0 AS Late
             {Happened} GROUP BY m.unit
             """);
        var open = await Ask<UnitTally>(
            $"""
             SELECT unit AS Unit, 0 AS Issued, 0 AS Submitted, 0 AS Approved, 0 AS OnTime, 0 AS Returned, 0 AS BecameOverdue,
                    count(*)::int AS Open, (count(*) FILTER (WHERE {LateAtEnd}))::int AS Late
             {OpenAtEnd} GROUP BY unit
             """);
        var kinds = await Ask<KindCount>(
            $"SELECT a.kind AS Kind, count(*)::int AS Count {Happened} AND milestone = 'Issued' GROUP BY a.kind ORDER BY 2 DESC, 1");
        var filter = new WorkFilter(period.From, period.To, unit?.Code, Item: null, Measure: null);
        var work = await WorkStatisticsQueries.Sums(connection, street, filter, units: null, cancellation);
        return new(
            period, streetName, unit?.Name,
            [
                .. happened.Concat(open).GroupBy(tally => tally.Unit, StringComparer.Ordinal)
                .OrderBy(unit => unit.Key, StringComparer.Ordinal)
                    .Select(unit => unit.Aggregate(UnitTally.None with { Unit = unit.Key }, (sum, tally) => sum.Plus(tally))),
            ],
            kinds, [.. work.Select(sum => new WorkDone(sum.Unit, sum.Item, sum.Measure, sum.Amount))],
            await Lines($"{Happened} AND milestone = 'Approved'", "m.at, a.id"),
            await Lines($"{Happened} AND milestone = 'Returned'", "m.at, a.id", "m.reason"),
            await Lines($"{OpenAtEnd} AND {LateAtEnd}", "a.due, a.id"),
            await Lines($"{OpenAtEnd} AND a.due > @end AND a.due <= @nextEnd", "a.due, a.id"));
    }

    private sealed record Row(Guid Id, string Title, string Unit, DateTimeOffset Due, string? Reason, int Total);
}

internal sealed record UnitName(string Code, string Name);
