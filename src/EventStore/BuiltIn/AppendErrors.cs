using Npgsql;

namespace Campaign.EventStore.BuiltIn;

internal static class AppendErrors
{
    public const string VersionClash = "VC001";

    /// <summary>What an error of PostgreSQL means to a caller of the door; null when it is none of the door's own.</summary>
    public static Exception? Translate(PostgresException error, IReadOnlyList<StreamAppend> appends) => error switch
    {
        { SqlState: VersionClash } => Conflict(appends.First(append => append.Stream.ToString() == error.Hint), error),
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_mt_events_event_id" } => new DuplicateEventException(error),
        // Only beside a writer that goes round the stream's row: Marten's own append. Npgsql hides which of the streams it was.
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_mt_events_stream_and_version" }
            => Conflict(appends[0], error),
        _ => null,
    };

    private static StreamVersionConflictException Conflict(StreamAppend append, Exception inner)
        => new(append.Stream, append.ExpectedVersion, inner);
}
