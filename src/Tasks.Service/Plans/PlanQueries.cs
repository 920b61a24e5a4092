using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Plans;

internal sealed record PlanList(Guid Id, long Version, string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn, int Assignments);

/// <param name="Progress">Number of its assignments by status.</param>
internal sealed record PlanView(Guid Id, long Version, PlanDocument Document, IReadOnlyDictionary<AssignmentStatus, int> Progress);

internal sealed class PlanListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (document, items) = @event.Data switch
        {
            PlanImported e => (e.Document, e.Items),
            PlanExtended e => (e.Document, e.Items),
            _ => (null, []),
        };
        if (document is null) return;
        sql.Add(
            """
            INSERT INTO plans (street, id, version, document_number, title, issuer, issued_on, assignments) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (street, id) DO UPDATE SET version = excluded.version, title = excluded.title, issuer = excluded.issuer,
                assignments = plans.assignments + excluded.assignments
            """,
            @event.Stream.Tenant, @event.Stream.Id, @event.Version, document.DocumentNumber, document.Title, document.Issuer, document.IssuedOn,
            items.Count);
    }
}

internal static class PlanQueries
{
    private static readonly Refusal NotFound = new("plan-not-found", "没有这个方案。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder plans)
    {
        plans.MapGet("/", List).Allow(Audience.Everybody).WithSummary("方案").Produces<Page<PlanList>>();
        plans.MapGet("/{planId:guid}", One).Allow(Audience.Everybody).WithSummary("一个方案").Produces<PlanView>();
    }

    private static async Task<IResult> List(string street, [AsParameters] Cursor cursor, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(cursor.Limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<PlanList>(
            """
            SELECT id AS Id, version AS Version, document_number AS DocumentNumber, title AS Title, issuer AS Issuer, issued_on AS IssuedOn,
                   assignments AS Assignments
            FROM plans WHERE street = @street AND document_number > @after ORDER BY document_number LIMIT @take
            """,
            new { street, after = cursor.After ?? "", take = limit + 1 });
        return Paging.Page(http, rows.AsList(), limit, row => row.DocumentNumber);
    }

    private static async Task<IResult> One(string street, Guid planId, IEventStore store, NpgsqlDataSource database, HttpContext http)
    {
        var (plan, version) = await store.Load<Plan>(new StreamId(street, planId), http.RequestAborted);
        if (plan.Document is not { } document) return Problems.Of(NotFound);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var progress = await connection.QueryAsync<(AssignmentStatus Status, int Count)>(
            "SELECT status, count(*)::int FROM assignments WHERE street = @street AND plan_id = @planId GROUP BY status ORDER BY status", new { street, planId });
        ETags.Write(http, version);
        return TypedResults.Ok(new PlanView(planId, version, document, progress.ToDictionary(p => p.Status, p => p.Count)));
    }
}
