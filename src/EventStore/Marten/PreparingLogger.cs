using Marten;
using Marten.Services;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>
/// Prepares what a session sends, in a step of its own: a statement counts as prepared when PostgreSQL has said so, whatever becomes of its
/// arguments. Once for each connection; unprepared, an append costs twice as much. Of Marten's hooks it is the one before execution.
/// </summary>
internal sealed class PreparingLogger : IMartenSessionLogger
{
    public static readonly PreparingLogger Instance = new();

    private PreparingLogger() { }

    public void OnBeforeExecute(NpgsqlBatch batch) => batch.Prepare();

    public void OnBeforeExecute(NpgsqlCommand command) { }

    public void LogSuccess(NpgsqlCommand command) { }

    public void LogFailure(NpgsqlCommand command, Exception ex) { }

    public void LogSuccess(NpgsqlBatch batch) { }

    public void LogFailure(NpgsqlBatch batch, Exception ex) { }

    public void LogFailure(Exception ex, string message) { }

    public void RecordSavedChanges(IDocumentSession session, IChangeSet commit) { }
}
