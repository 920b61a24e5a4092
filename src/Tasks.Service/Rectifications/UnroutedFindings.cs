using Campaign.EventStore;
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
    string? Category, Severity? Severity, string? Community, string? Description)
{
    /// <summary>Absent where neither a rule nor the like says anybody.</summary>
    public RoutingSuggestion? Suggestion { get; init; }

    internal (string Category, string? Community)? Kind => Category is null ? null : (Category, Community);

    internal FindingDetails? Details => (Category, Severity) is ({ } category, { } severity)
        ? new(category, severity, Community, Description ?? "")
        : null;
}

internal static class UnroutedFindingQueries
{
    private static readonly Role[] Readers = [Role.Inspector, Role.Leader, .. Audience.Offices];

    public static void Map(RouteGroupBuilder unrouted) =>
        unrouted.MapGet("/", List).Allow(Readers).WithSummary("待交办").Produces<Page<UnroutedFinding>>();

    private static async Task<IResult> List(
        string street, [AsParameters] Cursor<Guid?> cursor, NpgsqlDataSource database, IEventStore store, RoutingPrecedents precedents,
        TimeProvider clock, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = (await connection.QueryAsync<Row>(
            """
            SELECT a.finding_id AS FindingId, a.id AS AssignmentId, a.version AS Version, a.case_number AS CaseNumber, a.round AS Round,
                   a.since AS Since, a.reason AS Reason,
                   m.category AS Category, m.severity AS Severity, m.community AS Community, m.description AS Description,
                   a.declined_by AS DeclinedBy
            FROM assignments a LEFT JOIN finding_matters m ON m.street = a.street AND m.finding_id = a.finding_id
            WHERE a.street = @street AND a.status = 'Unrouted'
              AND (@after::uuid IS NULL OR (a.since, a.id) > (SELECT since, id FROM assignments WHERE street = @street AND id = @after))
            ORDER BY a.since, a.id LIMIT @take
            """,
            new { street, cursor.After, cursor.Take })).AsList();
        var now = clock.GetUtcNow();
        var (map, _) = await store.Load(ResponsibilityMap.Stream(street), http.RequestAborted);
        var kinds = rows.Select(row => row.Finding().Kind).OfType<(string, string?)>().Distinct().ToList();
        var known = await precedents.Of(street, kinds, http.RequestAborted);
        return cursor.Page(http, rows.Select(Suggested), row => row.AssignmentId.ToString());

        UnroutedFinding Suggested(Row row)
        {
            var finding = row.Finding();
            return finding.Details is not { } details ? finding : finding with
            {
                Suggestion = RoutingSuggestion.Of(
                    details, map.On(ChinaTime.DateOf(now)), known.GetValueOrDefault((details.Category, details.Community)),
                    row.DeclinedBy, now),
            };
        }
    }

    private sealed record Row(
        Guid FindingId, Guid AssignmentId, long Version, string CaseNumber, int Round, DateTimeOffset Since, string? Reason,
        string? Category, Severity? Severity, string? Community, string? Description, string? DeclinedBy)
    {
        public UnroutedFinding Finding() => new(
            FindingId, AssignmentId, Version, CaseNumber, Round, Since, Reason, Category, Severity, Community, Description);
    }
}
