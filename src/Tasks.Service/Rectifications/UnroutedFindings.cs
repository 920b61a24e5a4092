using Campaign.Tasks.Organisation;
using Campaign.Tasks.Responsibility;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Rectifications;

/// <summary>待交办: a finding that no rule covers, that a unit declined, or that an old ledger left open.</summary>
/// <param name="Since">When it came into the queue.</param>
/// <param name="Reason">Of the unit that declined it.</param>
internal sealed record UnroutedFinding(
    Guid FindingId, Guid AssignmentId, long Version, string CaseNumber, int Round, DateTimeOffset Since, string? Reason,
    string? Category, Severity? Severity, string? Community, string? Description);

internal static class UnroutedFindingQueries
{
    private static readonly Role[] Readers = [Role.Inspector, Role.Leader, .. Audience.Offices];

    public static void Map(RouteGroupBuilder unrouted) =>
        unrouted.MapGet("/", List).Allow(Readers).WithSummary("待交办").Produces<Page<UnroutedFinding>>();

    private static async Task<IResult> List(
        string street, [AsParameters] Cursor<Guid?> cursor, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<UnroutedFinding>(
            """
            SELECT a.finding_id AS FindingId, a.id AS AssignmentId, a.version AS Version, a.case_number AS CaseNumber, a.round AS Round,
                   a.since AS Since, a.reason AS Reason,
                   m.category AS Category, m.severity AS Severity, m.community AS Community, m.description AS Description
            FROM assignments a LEFT JOIN finding_matters m ON m.street = a.street AND m.finding_id = a.finding_id
            WHERE a.street = @street AND a.status = 'Unrouted'
              AND (@after::uuid IS NULL OR (a.since, a.id) > (SELECT since, id FROM assignments WHERE street = @street AND id = @after))
            ORDER BY a.since, a.id LIMIT @take
            """,
            new { street, cursor.After, cursor.Take });
        return cursor.Page(http, rows, row => row.AssignmentId.ToString());
    }
}
