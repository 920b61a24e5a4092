using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>Asks, after a clash, whose it was.</summary>
internal sealed class StreamVersions(NpgsqlDataSource database)
{
    private const string Sql =
        """
        SELECT a.place FROM unnest($1::varchar[], $2::uuid[], $3::bigint[]) WITH ORDINALITY AS a (tenant, id, expected, place)
        LEFT JOIN public.mt_streams s ON s.tenant_id = a.tenant AND s.id = a.id
        WHERE coalesce(s.version, 0) <> a.expected ORDER BY a.place
        """;

    /// <summary>Those whose stream is not where they expect it, in the order given.</summary>
    public async Task<IReadOnlyList<StreamAppend>> Stale(IReadOnlyList<StreamAppend> appends, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. appends.Select(append => append.Stream.Tenant)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. appends.Select(append => append.Stream.Id)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. appends.Select(append => append.ExpectedVersion)] });
        await using var place = await command.ExecuteReaderAsync(cancellation);
        var stale = new List<StreamAppend>();
        while (await place.ReadAsync(cancellation)) stale.Add(appends[(int)place.GetInt64(0) - 1]);
        return stale;
    }
}
