using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Npgsql;

namespace Campaign.Scoring.Vetoes;

internal sealed class VetoProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is VetoRaised e)
        {
            sql.Add(
                """
                INSERT INTO vetoes (street, id, version, subject, scope, month, reason, ground, evidence, author)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (street, id) DO UPDATE SET version = $3, subject = $4, scope = $5, month = $6, reason = $7, ground = $8,
                    evidence = $9, author = $10
                """,
                @event.Stream.Tenant, e.Id, @event.Version, e.Subject, e.Scope.ToString(), e.Month, e.Reason, e.Ground?.ToString(),
                e.Evidence, e.By);
        }
        else if (@event.Data is VetoReleased released)
        {
            sql.Add(
                "UPDATE vetoes SET version = $3, released_at = $4, release_reason = $5 WHERE street = $1 AND id = $2",
                @event.Stream.Tenant, released.Id, @event.Version, released.At, released.Reason);
        }
    }
}

/// <param name="Author">Account that entered it.</param>
/// <param name="ReleasedAt">Since then it takes nothing away any more.</param>
internal sealed record VetoRow(
    string Id, long Version, string Subject, HonourScope Scope, string Month, string Reason, VetoGround? Ground,
    string? Evidence, string? Author,
    DateTimeOffset? ReleasedAt, string? ReleaseReason);

internal static class VetoList
{
    private const string Columns =
        """
        id AS Id, version AS Version, subject AS Subject, scope AS Scope, month AS Month, reason AS Reason, ground AS Ground,
        evidence AS Evidence, author AS Author, released_at AS ReleasedAt, release_reason AS ReleaseReason
        """;

    public static void Map(RouteGroupBuilder vetoes) => vetoes
        .MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("一票否决").Produces<Page<VetoRow>>();

    private static Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http) =>
        EnteredList.Page<VetoRow>(database, http, "vetoes", Columns, street, after, limit, veto => veto.Id);
}
