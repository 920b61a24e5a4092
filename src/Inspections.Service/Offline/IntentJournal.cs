using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Offline;

/// <summary>What was taken from which device.</summary>
internal sealed class IntentJournal(NpgsqlDataSource database)
{
    private const string Lines =
        """
        SELECT i.sequence AS Sequence, i.intent AS Intent, i.outcome AS Outcome, i.target AS Target, i.version AS Version,
               f.case_number AS CaseNumber, i.rule AS Rule, i.detail AS Detail, i.pointer AS Pointer, i.conflict AS Conflict,
               c.state AS State, c.reason AS Reason, i.intent = ANY (c.applied) AS Upheld
        FROM sync_intents i
        LEFT JOIN sync_conflicts c ON c.street = i.street AND c.id = i.conflict
        LEFT JOIN findings f ON f.street = i.street AND f.id = i.target
        """;

    public async Task<long> Last(StreamId<Device> device, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT max(sequence) FROM sync_intents WHERE street = @Tenant AND device = @Id",
            new { device.Tenant, device.Id }, cancellationToken: cancellation)) ?? 0;
    }

    public async Task<JournalLine> Line(StreamId<Device> device, long sequence, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var line = await connection.QuerySingleAsync<JournalLine>(new CommandDefinition(
            $"{Lines} WHERE i.street = @Tenant AND i.device = @Id AND i.sequence = @sequence",
            new { device.Tenant, device.Id, sequence }, cancellationToken: cancellation));
        return line.Outcome is IntentFate.Repeated
            ? (await Earlier(device.Tenant, line.Intent, cancellation))! with { Sequence = sequence }
            : line;
    }

    /// <summary>Where the intent was taken and not refused, whichever device brought it.</summary>
    public async Task<JournalLine?> Earlier(string street, Guid intent, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<JournalLine>(new CommandDefinition(
            $"{Lines} WHERE i.street = @street AND i.intent = @intent AND i.outcome IN ('Applied', 'Conflicted', 'Held')",
            new { street, intent }, cancellationToken: cancellation));
    }

    /// <summary>The conflict that what the device does to the thing has to wait for.</summary>
    public async Task<OpenConflict?> OpenConflict(StreamId<Device> device, Guid target, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<OpenConflict>(new CommandDefinition(
            """
            SELECT id AS Id, version AS Version FROM sync_conflicts
            WHERE street = @Tenant AND device = @Id AND target = @target AND state = 'Open'
            """,
            new { device.Tenant, device.Id, target }, cancellationToken: cancellation));
    }

    public async Task<long> OpenConflicts(StreamId<Device> device, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM sync_conflicts WHERE street = @Tenant AND device = @Id AND state = 'Open'",
            new { device.Tenant, device.Id }, cancellationToken: cancellation));
    }
}

internal sealed record OpenConflict(Guid Id, long Version);
