using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Inspections.Offline;

/// <summary>A line of the inbox.</summary>
/// <param name="Kind">Of the intent that is in conflict.</param>
/// <param name="Waiting">How many intents it is about, those that wait behind it included.</param>
internal sealed record ConflictLine(
    Guid Id, long Version, Guid Target, string? CaseNumber, string Kind, int Waiting, string ClientId, string Account, ConflictState State,
    ConflictChoice? Take, string? Reason, DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt);

internal static class ConflictQueries
{
    public static void Map(RouteGroupBuilder conflicts)
    {
        conflicts.MapGet("/", List).Allow(SyncEndpoints.Allowed).WithSummary("同步冲突（默认未处理的）").Produces<Page<ConflictLine>>();
        conflicts.MapGet("/{id:guid}", One).Allow(SyncEndpoints.Allowed).WithSummary("同步冲突及双方内容").Produces<ConflictView>().WithETag();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] ConflictFilter filter, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        var (ticks, id) = PageCursor.Read(filter.After, (DateTimeOffset.UnixEpoch.UtcTicks, Guid.Empty));
        var raisedAt = new DateTimeOffset(Math.Clamp(ticks, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<ConflictLine>(new CommandDefinition(
            """
            SELECT c.id AS Id, c.version AS Version, c.target AS Target, f.case_number AS CaseNumber, c.kind AS Kind, c.waiting AS Waiting,
                   c.client AS ClientId, c.account AS Account, c.state AS State, c.take AS Take, c.reason AS Reason,
                   c.raised_at AS RaisedAt, c.resolved_at AS ResolvedAt
            FROM sync_conflicts c LEFT JOIN findings f ON f.street = c.street AND f.id = c.target
            WHERE c.street = @street AND c.state = @state AND (@Target::uuid IS NULL OR c.target = @Target)
              AND (c.raised_at, c.id) > (@raisedAt, @id)
            ORDER BY c.raised_at, c.id LIMIT @take
            """,
            new { street, state = (filter.State ?? ConflictState.Open).ToString(), filter.Target, raisedAt, id, take = limit + 1 },
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), limit, row => PageCursor.Of(row.RaisedAt.UtcTicks, row.Id));
    }

    private static async Task<IResult> One(string street, Guid id, ConflictViews views, HttpContext http)
    {
        if (await views.Find(street, id, http.RequestAborted) is not { } conflict) return Problems.Of(SyncRules.ConflictNotFound);
        ETags.Write(http, conflict.Version);
        return TypedResults.Ok(conflict);
    }
}

internal sealed record ConflictFilter(ConflictState? State, Guid? Target, [FromQuery] string? After, [FromQuery] int? Limit);
