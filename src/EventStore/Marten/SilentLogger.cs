using Marten;
using Marten.Services;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>
/// A clash is nothing out of the ordinary, and a failure is thrown to whoever can say what it means; Marten's own logger would write both
/// down as errors.
/// </summary>
internal sealed class SilentLogger : IMartenLogger, IMartenSessionLogger
{
    public IMartenSessionLogger StartSession(IQuerySession session) => this;

    public void SchemaChange(string sql) { }

    public void LogSuccess(NpgsqlCommand command) { }

    public void LogFailure(NpgsqlCommand command, Exception ex) { }

    public void LogSuccess(NpgsqlBatch batch) { }

    public void LogFailure(NpgsqlBatch batch, Exception ex) { }

    public void LogFailure(Exception ex, string message) { }

    public void RecordSavedChanges(IDocumentSession session, IChangeSet commit) { }

    public void OnBeforeExecute(NpgsqlCommand command) { }

    public void OnBeforeExecute(NpgsqlBatch batch) { }
}
