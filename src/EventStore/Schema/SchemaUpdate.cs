using Campaign.EventStore.OnMarten;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>Brings a database to the shape this release wants, as its owner: Marten's tables, then the scripts not applied yet.</summary>
internal sealed class SchemaUpdate(
    DedicatedConnections connections, EventStoreOptions options, EventTypes types, IEnumerable<SchemaAssembly> assemblies)
{
    private const string Applied = """
        CREATE SCHEMA IF NOT EXISTS read;
        CREATE SCHEMA IF NOT EXISTS app;
        CREATE TABLE IF NOT EXISTS app.applied_scripts (
            name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
        """;

    public IReadOnlyList<SchemaScript> Scripts { get; } = SchemaScript.Of(assemblies);

    /// <returns>Whether the read tables are of another release, or lack some of this one:
    /// they are to be made anew from the events.</returns>
    public async Task<bool> Apply(CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsOwner(cancellation);
        // Instances that start together take turns; the lock goes with the connection.
        await Execute(connection, "SELECT pg_advisory_lock(hashtextextended('campaign:schema', 0))", cancellation);
        await using (var marten = new MartenSchema(options, types)) await marten.Apply(cancellation);

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, Applied, cancellation);
        await Execute(connection, SchemaScript.Resource("After.sql"), cancellation);

        var applied = await AppliedScripts(connection, cancellation);
        var hasEvents = await HasEvents(connection, cancellation);
        var outdated = false;
        foreach (var script in Scripts)
        {
            var known = applied.TryGetValue(script.Name, out var checksum);
            if (known && string.Equals(checksum, script.Checksum, StringComparison.Ordinal)) continue;
            if (known && !script.Rebuildable)
                throw new InvalidOperationException(
                    $"Schema script {script.Name} was changed after it had been applied; add a new one instead.");
            if (script.Rebuildable && (known || hasEvents)) outdated = true;
            else await Apply(connection, script, cancellation);
        }

        if (options.HasOwnerApart) await Execute(connection, Grants.To(options.Role), cancellation);
        await transaction.CommitAsync(cancellation);
        return outdated;
    }

    /// <summary>Writes down that the read tables are now those of this release.</summary>
    public static void MarkApplied(SchemaScript script, SqlBatch sql) => sql.Add(
        """
        INSERT INTO app.applied_scripts (name, checksum) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()
        """,
        script.Name, script.Checksum);

    private static async Task Apply(NpgsqlConnection connection, SchemaScript script, CancellationToken cancellation)
    {
        await Execute(connection, $"SET LOCAL search_path = {(script.Rebuildable ? "read, app, public" : "app, public")}", cancellation);
        await Execute(connection, script.Sql, cancellation);
        var mark = new SqlBatch();
        MarkApplied(script, mark);
        await mark.Execute(connection, cancellation);
    }

    private static async Task<Dictionary<string, string>> AppliedScripts(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT name, checksum FROM app.applied_scripts", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task<bool> HasEvents(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM public.mt_events)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
