using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Appeals;

/// <summary>A line as last announced, and when.</summary>
internal sealed record AnnouncedLine(ScoreLine? Line, DateTimeOffset? AnnouncedAt, bool Waived);

internal sealed class AnnouncedLines(NpgsqlDataSource database)
{
    public async Task<AnnouncedLine> Find(
        string street, Month month, string subject, string kind, Guid eventId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        // The bulletin of the subject's newest scorecard: that of the correction which made it, else that of the month.
        var row = await connection.QuerySingleOrDefaultAsync<(string? Card, DateTimeOffset? At)?>(new CommandDefinition(
            """
            SELECT s.card, (b.bulletin ->> 'at')::timestamptz FROM scorecards s
            LEFT JOIN bulletins b ON b.street = s.street AND b.bulletin ->> 'month' = s.month
            AND coalesce((b.bulletin ->> 'correction')::int, 0) = s.edition
            WHERE s.street = @street AND s.month = @month AND s.subject = @subject ORDER BY s.edition DESC LIMIT 1
            """,
            new { street, month = month.ToString(), subject }, cancellationToken: cancellation));
        var waived = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT FROM waivers
                WHERE street = @street AND month = @month AND subject = @subject AND kind = @kind AND event_id = @eventId)
            """,
            new { street, month = month.ToString(), subject, kind, eventId }, cancellationToken: cancellation));
        var card = row?.Card is { } json ? StoredJson.Read<Scorecard>(json) : null;
        return new(card?.Lines.FirstOrDefault(line => line.Kind == kind && line.EventId == eventId), row?.At, waived);
    }
}
