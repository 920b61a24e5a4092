using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Plans;

/// <param name="Assignments">Number of assignments in the plan.</param>
/// <param name="OpenReferences">Number of annexes that are still missing.</param>
internal sealed record PlanList(
    Guid Id, long Version, string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn, int Assignments, int OpenReferences);

/// <param name="Progress">Number of its assignments by status.</param>
internal sealed record PlanView(
    Guid Id, long Version, PlanDocument Document, IReadOnlyDictionary<AssignmentStatus, int> Progress,
    IReadOnlyList<PlanReference> References);

/// <summary>An annex that the document names and that was missing.</summary>
/// <param name="Open">Neither resolved nor dropped by a later edition.</param>
internal sealed record PlanReference(int No, string Name, bool Open, string? Evidence, string? Note, DateTimeOffset? ResolvedAt)
{
    public static IEnumerable<PlanReference> Of(Plan plan) => plan.References.Select((name, index) =>
    {
        var resolved = plan.Resolved.GetValueOrDefault(index + 1);
        var open = resolved is null && plan.Document?.MissingAnnexes?.Contains(name, StringComparer.Ordinal) == true;
        return new PlanReference(index + 1, name, open, resolved?.Evidence, resolved?.Note, resolved?.At);
    });
}

internal static class PlanQueries
{
    public static readonly Refusal NotFound = new("plan-not-found", "没有这个方案。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder plans)
    {
        plans.MapGet("/", List).Allow(Audience.Everybody).WithSummary("方案").Produces<Page<PlanList>>();
        plans.MapGet("/{planId:guid}", One).Allow(Audience.Everybody).WithSummary("一个方案").Produces<PlanView>().WithETag();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] Cursor<string> cursor, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<PlanList>(
            """
            SELECT id AS Id, version AS Version, document_number AS DocumentNumber, title AS Title, issuer AS Issuer, issued_on AS IssuedOn,
                   assignments AS Assignments,
                   cardinality(ARRAY(SELECT unnest(missing_annexes) EXCEPT SELECT unnest(resolved_annexes))) AS OpenReferences
            FROM plans WHERE street = @street AND document_number > @after ORDER BY document_number LIMIT @take
            """,
            new { street, after = cursor.After ?? "", take = cursor.Take });
        return cursor.Page(http, rows, row => row.DocumentNumber);
    }

    private static async Task<IResult> One(string street, Guid planId, IEventStore store, NpgsqlDataSource database, HttpContext http)
    {
        var (plan, version) = await store.Load(Plan.Stream(street, planId), http.RequestAborted);
        if (plan.Document is not { } document) return Problems.Of(NotFound);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var progress = await connection.QueryAsync<(AssignmentStatus Status, int Count)>(
            "SELECT status, count(*)::int FROM assignments WHERE street = @street AND plan_id = @planId GROUP BY status ORDER BY status",
            new { street, planId });
        ETags.Write(http, version);
        var counts = progress.ToDictionary(p => p.Status, p => p.Count);
        return TypedResults.Ok(new PlanView(planId, version, document, counts, [.. PlanReference.Of(plan)]));
    }
}
