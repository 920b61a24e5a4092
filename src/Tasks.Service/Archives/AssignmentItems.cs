using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Archives;

/// <summary>What an assignment asks for and what of it is there.</summary>
/// <param name="Completeness">In percent, two decimals.</param>
/// <param name="Missing">Keys of what is not there yet.</param>
internal sealed record AssignmentItems(decimal Completeness, IReadOnlyList<string> Missing, IReadOnlyList<AssignmentItem> Items);

/// <param name="Unit">The unit that filed it.</param>
/// <param name="Redo">Why it went back; gone when it is filed anew.</param>
internal sealed record AssignmentItem(
    string Key, string Title, decimal Weight, bool Filed, string[] Documents, string? Note, string? Unit,
    DateTimeOffset? FiledAt, string? Redo);

internal sealed class AssignmentItemsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case AssignmentIssued { Brief.Items: { Count: > 0 } items }:
                sql.Add(
                    """
                    INSERT INTO assignment_items (street, assignment_id, place, key, title, weight)
                    SELECT $1, $2, place, key, title, weight FROM unnest($3, $4, $5) WITH ORDINALITY AS item (key, title, weight, place)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, items.Select(item => item.Key).ToArray(),
                    items.Select(item => item.Title).ToArray(),
                    items.Select(item => item.Weight).ToArray());
                break;
            case BriefItemFiled e:
                Set(
                    @event, sql, e.Key, "documents = $4, note = $5, unit = $6, filed_at = $7, redo = NULL",
                    e.Documents.ToArray(), e.Note, e.Unit, e.At);
                Row.Of(@event.Stream).With("version", @event.Version).Update(AssignmentListProjection.Table, sql);
                break;
            case BriefItemRemoved e:
                Set(@event, sql, e.Key, "documents = '{}', note = NULL, unit = NULL, filed_at = NULL");
                Row.Of(@event.Stream).With("version", @event.Version).Update(AssignmentListProjection.Table, sql);
                break;
            case AssignmentReturned { Items: { } items }:
                foreach (var item in items) Set(@event, sql, item.Key, "filed_at = NULL, redo = $4", item.Reason);
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string key, string columns, params object?[] values) => sql.Add(
        $"UPDATE assignment_items SET {columns} WHERE street = $1 AND assignment_id = $2 AND key = $3",
        [@event.Stream.Tenant, @event.Stream.Id, key, .. values]);
}

internal static class AssignmentItemQueries
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/items", Items).Allow(Audience.Everybody).WithSummary("归档情况").Produces<AssignmentItems>().WithETag();

    private static async Task<IResult> Items(
        string street, Guid id, Caller caller, AssignmentRead read, NpgsqlDataSource database, HttpContext http)
    {
        if (await read.One(street, id, caller, http.RequestAborted) is not { } assignment) return Problems.Of(AssignmentRules.NotFound);
        var items = await Of(street, id, database, http.RequestAborted);
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(new AssignmentItems(
            assignment.Completeness ?? 0, [.. items.Where(item => !item.Filed).Select(item => item.Key)], items));
    }

    public static async Task<IReadOnlyList<AssignmentItem>> Of(
        string street, Guid assignment, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var items = await connection.QueryAsync<AssignmentItem>(new CommandDefinition(
            """
            SELECT key AS Key, title AS Title, weight AS Weight, filed_at IS NOT NULL AS Filed, documents AS Documents, note AS Note,
                unit AS Unit,
                   filed_at AS FiledAt, redo AS Redo
            FROM assignment_items WHERE street = @street AND assignment_id = @assignment ORDER BY place
            """,
            new { street, assignment }, cancellationToken: cancellation));
        return items.AsList();
    }
}
