using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Npgsql;

namespace Campaign.Scoring.ManualEntries;

internal sealed class ManualEntryProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not ManualEntryMade e) return;
        sql.Add(
            """
            INSERT INTO manual_entries (street, id, version, stream_id, event_id, subject, item, value, date, reason, evidence)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (street, id) DO UPDATE SET
                version = $3, event_id = $5, subject = $6, item = $7, value = $8, date = $9, reason = $10, evidence = $11
            """,
            @event.Stream.Tenant, e.Id, @event.Version, @event.Stream.Id, @event.Id, e.Subject, e.Item, e.Value, e.Date, e.Reason,
            e.Evidence.ToArray());
    }
}

internal sealed record ManualEntryRow(
    string Id, long Version, string Subject, string Item, decimal Value, DateOnly Date, string Reason, string[] Evidence);

internal static class ManualEntryList
{
    private const string Columns =
        """
        id AS Id, version AS Version, subject AS Subject, item AS Item, value AS Value, date AS Date, reason AS Reason,
        evidence AS Evidence
        """;

    public static void Map(RouteGroupBuilder entries) => entries
        .MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("人工登记").Produces<Page<ManualEntryRow>>();

    private static Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http) =>
        EnteredList.Page<ManualEntryRow>(database, http, "manual_entries", Columns, street, after, limit, entry => entry.Id);
}
