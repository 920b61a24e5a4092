using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Deadlines;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>A row of the list of assignments (任务台账).</summary>
/// <param name="Since">When it came to its status.</param>
/// <param name="OverdueWaived">曾超时·不计: it was late, and statistics leave it out.</param>
/// <param name="Reason">Of the last return, reassignment or cancellation.</param>
internal sealed record AssignmentList(
    Guid Id, long Version, AssignmentKind Kind, string Title, AssignmentStatus Status, DateTimeOffset Since, string? Reason,
    string Unit, string[] CooperatingUnits, string? Guarantor, DateTimeOffset Due, bool Overdue, DateTimeOffset? IssuedAt, string[] Photos, string? Note,
    Guid? PlanId, int? Action, string? Phase, Guid? FindingId, string? CaseNumber, int? Round,
    int Extensions, ExtensionRequest? ExtensionRequest, DateTimeOffset? SuspendedUntil, bool Supervised, AppealState? Appeal, bool OverdueWaived,
    DateOnly? EvaluationDate);

internal static class AssignmentQueries
{
    private const string Columns =
        """
        id AS Id, version AS Version, kind AS Kind, title AS Title, status AS Status, since AS Since, reason AS Reason,
        unit AS Unit, cooperating_units AS CooperatingUnits, guarantor AS Guarantor, due AS Due, coalesce(exceeded_due = due, false) AS Overdue,
        issued_at AS IssuedAt, photos AS Photos, note AS Note,
        plan_id AS PlanId, action AS Action, phase AS Phase, finding_id AS FindingId, case_number AS CaseNumber, round AS Round,
        extensions AS Extensions, extension_request AS ExtensionRequest, suspended_until AS SuspendedUntil,
        coalesce(supervised_due = due, false) AS Supervised, appeal AS Appeal, overdue_waived AS OverdueWaived, evaluation_date AS EvaluationDate
        """;

    /// <summary>With a unit, and one the caller may see: his units lead it or help with it.</summary>
    public const string Visible =
        """
        street = @street AND unit IS NOT NULL AND status NOT IN ('None', 'Unrouted')
        AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
        """;

    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapGet("/", List).Allow(Audience.Everybody).WithSummary("任务台账").Produces<Page<AssignmentList>>();
        assignments.MapGet("/{id:guid}", One).Allow(Audience.Everybody).WithSummary("任务").Produces<AssignmentList>();
    }

    private static async Task<IResult> List(string street, [AsParameters] AssignmentFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<AssignmentList>(
            $"""
             SELECT {Columns} FROM assignments
             WHERE {Visible}
               AND (@after::uuid IS NULL OR (due, id) > (SELECT due, id FROM assignments WHERE street = @street AND id = @after))
               AND (@unit::text IS NULL OR unit = @unit) AND (@status::text IS NULL OR status = @status) AND (@kind::text IS NULL OR kind = @kind)
               AND (@plan::uuid IS NULL OR plan_id = @plan) AND (@finding::uuid IS NULL OR finding_id = @finding)
               AND (@overdue::boolean IS NULL OR coalesce(exceeded_due = due, false) = @overdue)
               AND (@extensionRequest::text IS NULL OR extension_request = @extensionRequest) AND (@appeal::text IS NULL OR appeal = @appeal)
               AND (@suspended::boolean IS NULL OR (suspended_until IS NOT NULL) = @suspended)
             ORDER BY due, id LIMIT @take
             """,
            new
            {
                street,
                units = caller.HeldToUnits,
                filter.After,
                filter.Unit,
                status = filter.Status?.ToString(),
                kind = filter.Kind?.ToString(),
                filter.Plan,
                filter.Finding,
                filter.Overdue,
                extensionRequest = filter.ExtensionRequest?.ToString(),
                appeal = filter.Appeal?.ToString(),
                filter.Suspended,
                take = limit + 1,
            });
        return Paging.Page(http, rows.AsList(), limit, row => row.Id.ToString());
    }

    private static async Task<IResult> One(string street, Guid id, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var assignment = await connection.QuerySingleOrDefaultAsync<AssignmentList>(
            $"SELECT {Columns} FROM assignments WHERE {Visible} AND id = @id", new { street, id, units = caller.HeldToUnits });
        if (assignment is null) return Problems.Of(AssignmentRules.NotFound);
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(assignment);
    }
}

internal sealed record AssignmentFilter(
    string? Unit, AssignmentStatus? Status, AssignmentKind? Kind, Guid? Plan, Guid? Finding, bool? Overdue,
    ExtensionRequest? ExtensionRequest, AppealState? Appeal, bool? Suspended,
    [FromQuery] Guid? After, [FromQuery] int? Limit);
