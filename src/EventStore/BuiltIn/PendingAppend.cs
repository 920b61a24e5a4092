using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>What one call of the door wants committed: streams, and the statements that go with them.</summary>
internal sealed record PendingAppend(IReadOnlyList<StreamAppend> Appends, EventMetadata Metadata, SqlBatch Statements) : Gathered
{
    private const int Attempts = 3;

    /// <summary>One batch, hence one round trip and one transaction.</summary>
    public async Task Commit(NpgsqlDataSource database, EventTypes types, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var batch = database.CreateBatch();
                batch.BatchCommands.Add(AppendCommand.Of([.. Appends.Select(append => (append, Metadata))], types, strict: true));
                Statements.AddTo(batch);
                await batch.ExecuteNonQueryAsync(cancellation);
                return;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // The projections of two appends met in opposite order; nothing of this one was committed.
            }
            catch (PostgresException e)
            {
                if (AppendErrors.Translate(e, Appends) is { } known) throw known;
                throw;
            }
        }
    }
}
