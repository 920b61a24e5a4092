using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Sanctions;

internal sealed class SanctionProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is SanctionRecorded e)
        {
            sql.Add(
                """
                INSERT INTO sanctions (street, id, version, kind, unit, post, scope, month, document, measure, reason, author, recorded_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                ON CONFLICT (street, id) DO UPDATE SET version = $3, kind = $4, unit = $5, post = $6, scope = $7, month = $8, document = $9,
                    measure = $10, reason = $11, author = $12, recorded_at = $13
                """,
                @event.Stream.Tenant, e.Id, @event.Version, e.Kind.ToString(), e.Unit, e.Post, e.Scope.ToString(), e.Month, e.Document,
                e.Measure, e.Reason, e.By, e.At);
        }
        else if (@event.Data is SanctionWithdrawn withdrawn)
        {
            sql.Add(
                "UPDATE sanctions SET version = $3, withdrawn_at = $4, withdrawal_reason = $5 WHERE street = $1 AND id = $2",
                @event.Stream.Tenant, withdrawn.Id, @event.Version, withdrawn.At, withdrawn.Reason);
        }
    }
}

/// <param name="Author">Account that entered it.</param>
/// <param name="WithdrawnAt">Since then it is announced no more.</param>
internal sealed record SanctionRow(
    string Id, long Version, SanctionKind Kind, string? Unit, string? Post, HonourScope Scope, string Month, string Document,
    string? Measure, string Reason, string Author, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt, string? WithdrawalReason);

internal sealed class SanctionList(NpgsqlDataSource database)
{
    private const string Columns =
        """
        id AS Id, version AS Version, kind AS Kind, unit AS Unit, post AS Post, scope AS Scope, month AS Month, document AS Document,
        measure AS Measure, reason AS Reason, author AS Author, recorded_at AS RecordedAt, withdrawn_at AS WithdrawnAt,
        withdrawal_reason AS WithdrawalReason
        """;

    /// <summary>Those that stand and reach the month, as a bulletin lists them.</summary>
    public async Task<IReadOnlyList<SanctionRow>> Of(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<SanctionRow>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM sanctions
            WHERE street = @street AND left(month, 4) = @year AND month <= @month AND withdrawn_at IS NULL ORDER BY month, id
            """,
            new { street, year = $"{month.Year:D4}", month = month.ToString() }, cancellationToken: cancellation));
        return [.. rows.Where(row => row.Scope.Covers(Month.Parse(row.Month), month))];
    }

    /// <summary>Acts against posts are personnel matters: for offices and leaders.</summary>
    public static void Map(RouteGroupBuilder sanctions) => sanctions
        .MapGet("/", List).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.Administrator)
        .WithSummary("问责和通报批评").Produces<Page<SanctionRow>>();

    private static Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http) =>
        EnteredList.Page<SanctionRow>(database, http, "sanctions", Columns, street, after, limit, sanction => sanction.Id);
}
