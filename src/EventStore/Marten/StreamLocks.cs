namespace Campaign.EventStore.OnMarten;

/// <summary>
/// Marten locks streams in the order in which they are appended. Here all that are there already are locked before, in one order for
/// everybody, so that two appends to the same streams do not wait for each other.
/// </summary>
internal static class StreamLocks
{
    private const string Sql =
        """
        SELECT FROM public.mt_streams s JOIN unnest($1::varchar[], $2::uuid[]) AS a (tenant, id) ON s.tenant_id = a.tenant AND s.id = a.id
        ORDER BY s.tenant_id, s.id FOR UPDATE OF s
        """;

    /// <summary>Null where there is nothing that could wait.</summary>
    public static SqlOperation? Of(IReadOnlyList<StreamAppend> appends)
    {
        if (appends.Count < 2) return null;
        var there = appends.Where(append => append.ExpectedVersion > 0).Select(append => append.Stream).Distinct().ToList();
        return there.Count < 2
            ? null
            : new(Sql, [there.Select(s => s.Tenant).ToArray(), there.Select(s => s.Id).ToArray()], goesFirst: true);
    }
}
