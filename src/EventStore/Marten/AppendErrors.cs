using JasperFx.Events;
using Marten.Exceptions;
using Npgsql;
using JasperFxCollision = JasperFx.Events.ExistingStreamIdCollisionException;
using MartenCollision = Marten.Exceptions.ExistingStreamIdCollisionException;

namespace Campaign.EventStore.OnMarten;

/// <summary>What the errors of an append mean, whichever of Marten's exceptions they come in.</summary>
internal static class AppendErrors
{
    private static readonly string[] StreamKeys = ["pk_mt_events_stream_and_version", "pkey_mt_streams_tenant_id_id"];

    /// <summary>A stream was not at its expected version; which one, Marten does not say where there are several.</summary>
    public static bool IsClash(Exception error) => error is EventStreamUnexpectedMaxEventIdException or MartenCollision or JasperFxCollision
        || error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } key } && StreamKeys.Contains(key);

    public static bool IsDuplicate(Exception error)
        => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_mt_events_event_id" };

    public static bool IsDeadlock(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    /// <summary>The error that says what happened: of PostgreSQL, of the connection, or Marten's own.</summary>
    public static Exception? Cause(Exception? error) => error switch
    {
        null => null,
        NpgsqlException or EventStreamUnexpectedMaxEventIdException or MartenCollision or JasperFxCollision
            or InvalidStreamOperationException => error,
        AggregateException several => several.InnerExceptions.Select(Cause).FirstOrDefault(cause => cause is not null),
        _ => Cause(error.InnerException),
    };
}
