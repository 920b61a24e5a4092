using Campaign.Inspections.Ledger;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Figures;

/// <summary>Counts lists by group: one pass over a list counts also those within it.</summary>
internal sealed class FigureCounting(NpgsqlConnection connection, LedgerScope scope, Grouping by, CancellationToken cancellation)
{
    private readonly Dictionary<IFigureList, Dictionary<string, long>> counts = [];
    private readonly SortedSet<string> keys = new(StringComparer.Ordinal);

    public Dictionary<string, (long Rounds, decimal Hours)> Medians { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups that anything was counted in.</summary>
    public IEnumerable<string> Keys => keys;

    public long Of(IFigureList list, string key) => counts[list].GetValueOrDefault(key);

    public async Task Count(FigureCatalogue catalogue)
    {
        foreach (var rates in catalogue.Rates.GroupBy(rate => rate.Whole))
            await Count(rates.Key, [.. rates.Select(rate => rate.Part).Distinct()]);
        foreach (var count in catalogue.Counts) await Count(count.Cases, []);
        await Median(catalogue.Median.Rounds);
    }

    private async Task Count(IFigureList whole, IReadOnlyList<IFigureList> parts)
    {
        var wider = whole.Sql(scope);
        var narrower = parts.Select(part => part.Sql(scope)).ToList();
        foreach (var part in narrower) wider.Take(part.Arguments);
        foreach (var list in parts.Append(whole)) counts[list] = new(StringComparer.Ordinal);

        var columns = narrower.Select(part => $"count(*) FILTER (WHERE {part.Beyond(wider)})").Prepend("count(*)");
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"SELECT {Key(whole)}, {string.Join(", ", columns)} FROM {wider.From} WHERE {wider.Where} GROUP BY 1",
            wider.Arguments, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var key = reader.GetString(0);
            keys.Add(key);
            counts[whole][key] = reader.GetInt64(1);
            for (var i = 0; i < parts.Count; i++) counts[parts[i]][key] = reader.GetInt64(i + 2);
        }
    }

    private async Task Median(RoundList rounds)
    {
        var sql = rounds.Sql(scope);
        var rows = await connection.QueryAsync<(string Key, long Rounds, decimal Hours)>(new CommandDefinition(
            $"""
             SELECT {Key(rounds)}, count(*),
                 extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY r.struck_off_at - r.began_at)) / 3600
             FROM {sql.From} WHERE {sql.Where} GROUP BY 1
             """,
            sql.Arguments, cancellationToken: cancellation));
        foreach (var (key, count, hours) in rows)
        {
            keys.Add(key);
            Medians[key] = (count, Math.Round(hours, 2, MidpointRounding.AwayFromZero));
        }
    }

    private string Key(IFigureList list) => $"coalesce({list.Key(by)}, '{LedgerFilter.Nobody}')";
}
