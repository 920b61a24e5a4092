using Marten;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>What is done to streams as a whole, seldom and by an administrator: put aside for good, or freed of personal data.</summary>
public sealed class StreamKeeping
{
    private readonly IDocumentStore marten;
    private readonly NpgsqlDataSource database;
    private readonly EventTypes types;

    internal StreamKeeping(IDocumentStore marten, NpgsqlDataSource database, EventTypes types)
        => (this.marten, this.database, this.types) = (marten, database, types);

    /// <summary>
    /// Closes a stream: nothing is added to it any more (<see cref="StreamArchivedException"/>). Loading, subscriptions, rebuilds and
    /// point-in-time readings see its events as before, so that the same rows come out of them; Marten's own queries leave them out.
    /// A stream that does not exist is left alone.
    /// </summary>
    public async Task Archive(StreamId stream, CancellationToken cancellation)
    {
        await using var session = marten.LightweightSession(stream.Tenant);
        session.Events.ArchiveStream(stream.Id);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Replaces the events of these streams of one tenant by what <see cref="EventTypes.Mask"/> leaves of them, for good. Ids, versions,
    /// numbers, times and metadata stay. Events of an earlier shape are stored in their newest. Rows of read models keep what they
    /// took from the events until they are rebuilt.
    /// </summary>
    /// <exception cref="ArgumentException">The streams are of several tenants.</exception>
    public async Task Mask(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation)
    {
        if (streams.Count == 0) return;
        if (streams.DistinctBy(stream => stream.Tenant, StringComparer.Ordinal).Count() > 1)
            throw new ArgumentException("Only the streams of one tenant at a time.", nameof(streams));
        foreach (var stream in streams) await StoreInNewestShape(stream, cancellation);
        await marten.Advanced.ApplyEventDataMasking(
            masking =>
            {
                masking.ForTenant(streams.First().Tenant);
                foreach (var stream in streams) masking.IncludeStream(stream.Id);
            },
            cancellation);
    }

    // Marten writes the masked data back under the stored name, and would write the newest shape under the name of an older one.
    private async Task StoreInNewestShape(StreamId stream, CancellationToken cancellation)
    {
        var earlier = types.ByName.Where(type => types.NewestOf(type.Value) != type.Value).Select(type => type.Key).ToArray();
        if (earlier.Length == 0) return;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var sql = new SqlBatch();
        await using (var read = new NpgsqlCommand(
            "SELECT seq_id, type, data FROM public.mt_events WHERE tenant_id = $1 AND stream_id = $2 AND type = ANY ($3)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream.Tenant },
                new NpgsqlParameter<Guid> { TypedValue = stream.Id },
                new NpgsqlParameter<string[]> { TypedValue = earlier },
            },
        })
        await using (var row = await read.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                var data = types.Read(row.GetString(1), row.GetFieldValue<byte[]>(2));
                sql.Add(
                    "UPDATE public.mt_events SET type = $2, mt_dotnet_type = $3, data = $4::jsonb WHERE seq_id = $1",
                    row.GetInt64(0), types.NameOf(data.GetType()), EventTypes.DotNetName(data.GetType()), types.Write(data));
            }
        }

        await sql.Execute(connection, cancellation);
    }
}
