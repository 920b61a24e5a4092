using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Npgsql;

namespace Campaign.Scoring.Commendations;

internal sealed class CommendationProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is CommendationGranted e)
        {
            sql.Add(
                """
                INSERT INTO commendations (street, id, version, stream_id, event_id, subject, date, reason, evidence, author, level, scope)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                ON CONFLICT (street, id) DO UPDATE SET version = $3, event_id = $5, subject = $6, date = $7, reason = $8, evidence = $9,
                    author = $10, level = $11, scope = $12
                """,
                @event.Stream.Tenant, e.Id, @event.Version, @event.Stream.Id, @event.Id, e.Subject, e.Date, e.Reason, e.Evidence, e.By,
                e.Level?.ToString(), e.Scope.ToString());
        }
        else if (@event.Data is CommendationWithdrawn withdrawn)
        {
            sql.Add(
                "UPDATE commendations SET version = $3, withdrawn_at = $4, withdrawal_reason = $5 WHERE street = $1 AND id = $2",
                @event.Stream.Tenant, withdrawn.Id, @event.Version, withdrawn.At, withdrawn.Reason);
        }
    }
}

/// <param name="Author">Account that entered it.</param>
/// <param name="WithdrawnAt">Since then it counts no longer.</param>
internal sealed record CommendationRow(
    string Id, long Version, string Subject, DateOnly Date, string Reason, CommendationLevel? Level, HonourScope Scope, string? Evidence,
    string? Author, DateTimeOffset? WithdrawnAt, string? WithdrawalReason);

internal static class CommendationList
{
    private const string Columns =
        """
        id AS Id, version AS Version, subject AS Subject, date AS Date, reason AS Reason, level AS Level, scope AS Scope,
        evidence AS Evidence, author AS Author, withdrawn_at AS WithdrawnAt, withdrawal_reason AS WithdrawalReason
        """;

    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("表扬").Produces<Page<CommendationRow>>();

    private static Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http) =>
        EnteredList.Page<CommendationRow>(database, http, "commendations", Columns, street, after, limit, commendation => commendation.Id);
}
