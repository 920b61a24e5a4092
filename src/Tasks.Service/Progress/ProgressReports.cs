using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Progress;

internal enum ReportSource { Progress, Submission }

/// <summary>What a unit reported once, on the way or with its submission.</summary>
/// <param name="Corrected">A later report took its place; it counts no more.</param>
internal sealed record ProgressReport(
    Guid Report, ReportSource Source, string Unit, DateOnly On, DateTimeOffset At, string? Note, int? Percent, IReadOnlyList<string> Photos,
    IReadOnlyList<Quantity> Quantities, Guid? Replaces, bool Corrected);

/// <param name="Totals">What the reports add up to.</param>
internal sealed record AssignmentProgress(int? Percent, IReadOnlyList<WorkTotal> Totals, IReadOnlyList<ProgressReport> Reports);

internal static class ProgressQueries
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/progress", Progress).Allow(Audience.Everybody).WithSummary("进展").Produces<AssignmentProgress>().WithETag();

    private static async Task<IResult> Progress(
        string street, Guid id, Caller caller, AssignmentRead read, NpgsqlDataSource database, HttpContext http)
    {
        if (await read.One(street, id, caller, http.RequestAborted) is not { } assignment) return Problems.Of(AssignmentRules.NotFound);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        await using var both = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT report AS Report, source AS Source, unit AS Unit, on_day AS On, at AS At, note AS Note, percent AS Percent,
                photos AS Photos,
                   replaces AS Replaces, corrected AS Corrected
            FROM progress_reports WHERE street = @street AND assignment_id = @id ORDER BY at, report;
            SELECT report, item, amount, measure
            FROM reported_quantities WHERE street = @street AND assignment_id = @id ORDER BY report, place
            """,
            new { street, id }, cancellationToken: http.RequestAborted));
        var rows = (await both.ReadAsync<Row>()).AsList();
        var quantities = (await both.ReadAsync<(Guid Report, string Item, decimal Amount, string Measure)>())
            .ToLookup(row => row.Report, row => new Quantity(row.Item, row.Amount, row.Measure));
        ProgressReport[] reports = [.. rows.Select(row => row.With([.. quantities[row.Report]]))];
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(new AssignmentProgress(assignment.Percent, WorkTotals.Of(reports), reports));
    }

    private sealed record Row(
        Guid Report, ReportSource Source, string Unit, DateOnly On, DateTimeOffset At, string? Note, int? Percent,
        string[] Photos, Guid? Replaces,
        bool Corrected)
    {
        public ProgressReport With(IReadOnlyList<Quantity> quantities) =>
            new(Report, Source, Unit, On, At, Note, Percent, Photos, quantities, Replaces, Corrected);
    }
}
