using Campaign.EventStore.BuiltIn;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>The door on Marten. Its sessions join a transaction of ours, so that rows and events are committed together.</summary>
internal sealed class MartenEventStore : IEventStore, IAsyncDisposable
{
    private const int Attempts = 3;

    private readonly NpgsqlDataSource database;
    private readonly EventTypes types;
    private readonly InlineProjections inline;
    private readonly Appended appended;
    private readonly IDocumentStore marten;
    private readonly Lazy<Task> schema;

    public MartenEventStore(
        NpgsqlDataSource database, EventStoreOptions options, EventTypes types, InlineProjections inline, Appended appended)
    {
        (this.database, this.types, this.inline, this.appended) = (database, types, inline, appended);
        marten = MartenSettings.Open(options, types);
        // Adds Marten's functions. Not inside an append, whose locks would keep it waiting for ever.
        schema = new(() => marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync());
    }

    public async Task<Loaded<T>> Load<T>(StreamId stream, CancellationToken cancellation) where T : class, IAggregate<T>
    {
        var events = await Read(stream, cancellation);
        return new(events.Aggregate(T.Initial, (state, e) => state.Evolve(e.Data)), events.Count == 0 ? 0 : events[^1].Version);
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation)
    {
        await schema.Value;
        await using var session = marten.QuerySession(stream.Tenant);
        try
        {
            return [.. (await session.Events.FetchStreamAsync(stream.Id, token: cancellation)).Select(e => e.ToRecorded(stream, types))];
        }
        catch (global::Marten.Exceptions.UnknownEventTypeException e)
        {
            throw new UnknownEventTypeException(e.Message, e);
        }
    }

    public async Task Append(
        IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
    {
        StreamAppend.Check(appends);
        // Marten would store an event that was never registered, under a name of its own.
        foreach (var e in appends.SelectMany(append => append.Events)) types.NameOf(e.Data.GetType());
        using var telemetry = EventStoreTelemetry.Append(appends);
        await schema.Value;

        var statements = new SqlBatch();
        foreach (var (id, aggregate, _, _) in appends.Where(append => append.ExpectedVersion == 0))
        {
            statements.Add("update public.mt_streams set type = $3 where tenant_id = $1 and id = $2", id.Tenant, id.Id, aggregate);
        }

        statements.Add(inline.Of(appends, metadata));
        if (alongside is not null) statements.Add(alongside);

        for (var attempt = 1; !await TryAppend(appends, metadata, statements, mayFail: attempt < Attempts, cancellation); attempt++)
        {
        }

        appended.Signal();
    }

    public ValueTask DisposeAsync()
    {
        marten.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>False when the transaction met another in opposite order and was undone by PostgreSQL.</summary>
    private async Task<bool> TryAppend(
        IReadOnlyList<StreamAppend> appends, EventMetadata metadata, SqlBatch statements, bool mayFail, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await LockStreams(appends).Execute(connection, cancellation);
            foreach (var append in appends) await Save(transaction, append, append.Metadata ?? metadata, cancellation);
            await statements.Execute(connection, cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is not StreamVersionConflictException && Cause(e) is { } cause)
        {
            if (cause.SqlState is PostgresErrorCodes.DeadlockDetected && mayFail) return false;
            if (AppendErrors.Translate(cause, appends) is { } known) throw known;
            throw;
        }
    }

    // In one order for everybody, so that appends to the same streams do not wait for each other.
    private static SqlBatch LockStreams(IReadOnlyList<StreamAppend> appends)
    {
        var sql = new SqlBatch();
        sql.Add(
            """
            select from public.mt_streams s join unnest($1, $2) as a (tenant, id) on s.tenant_id = a.tenant and s.id = a.id
            order by s.tenant_id, s.id for update of s
            """,
            appends.Select(append => append.Stream.Tenant).ToArray(), appends.Select(append => append.Stream.Id).ToArray());
        return sql;
    }

    private async Task Save(NpgsqlTransaction transaction, StreamAppend append, EventMetadata metadata, CancellationToken cancellation)
    {
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = append.Stream.Tenant;
        await using var session = marten.LightweightSession(options);
        session.CorrelationId = metadata.CorrelationId;
        session.CausationId = metadata.CausationId;
        if (metadata.User is { } user) session.SetHeader(EventRow.User, user);
        if (metadata.TraceParent is { } trace) session.SetHeader(EventRow.TraceParent, trace);

        var data = append.Events.Select(e => e.Data).ToArray();
        var stream = append.ExpectedVersion == 0
            ? session.Events.StartStream(append.Stream.Id, data)
            : session.Events.Append(append.Stream.Id, append.ExpectedVersion + data.Length, data);
        foreach (var (wrapped, e) in stream.Events.Zip(append.Events)) wrapped.Id = e.Id;
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (Exception e) when (IsClash(e))
        {
            throw new StreamVersionConflictException(append.Stream, append.ExpectedVersion, e);
        }
    }

    // Which of these it is depends on who noticed first, and Marten may report several at once.
    private static bool IsClash(Exception error) => error switch
    {
        EventStreamUnexpectedMaxEventIdException or global::Marten.Exceptions.ExistingStreamIdCollisionException => true,
        PostgresException e => e.ConstraintName is "pk_mt_events_stream_and_version" or "pkey_mt_streams_tenant_id_id",
        AggregateException e => e.InnerExceptions.Any(IsClash),
        { InnerException: { } inner } => IsClash(inner),
        _ => false,
    };

    private static PostgresException? Cause(Exception? error)
        => error is null ? null : error as PostgresException ?? Cause(error.InnerException);
}
