using Npgsql;

namespace Campaign.EventStore;

/// <summary>Holds a stream that a decision only read where it was, up to the end of the append's transaction.</summary>
internal static class Unmoved
{
    // It does not wait for somebody who is at the stream: he may wait for one that this append has written.
    // Nothing found is a division by zero, which undoes the append.
    private const string Sql =
        """
        SELECT 1 / (SELECT count(*) FROM (
            SELECT FROM public.mt_streams WHERE tenant_id = $1 AND id = $2 AND version = $3 FOR SHARE NOWAIT) AS held)
        """;

    public static void Hold(SqlBatch rows, StreamId stream, long version) => rows.Add(Sql, stream.Tenant, stream.Id, version);

    /// <summary>Whether an append failed because a stream had moved or was about to.</summary>
    public static bool HasFailed(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.LockNotAvailable } => true,
        AggregateException several => several.InnerExceptions.Any(HasFailed),
        { InnerException: { } inner } => HasFailed(inner),
        _ => false,
    };
}
