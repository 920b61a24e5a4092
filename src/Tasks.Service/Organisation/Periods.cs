using Campaign.EventStore;

namespace Campaign.Tasks.Organisation;

/// <summary>
/// Rows of validity periods, as <see cref="Timeline{T}"/> keeps them: the day before the next known change is the last of a period, in
/// whatever order the changes were recorded.
/// </summary>
internal static class Periods
{
    /// <summary>Columns are <c>valid_from</c>, <c>valid_to</c> (the last day) and what the entry holds.</summary>
    public static void Put(
        SqlBatch sql, string table, string street, string code, DateOnly since, params (string Column, object? Value)[] holds)
    {
        const int keys = 3;
        var columns = string.Join(", ", holds.Select(h => h.Column));
        var values = string.Join(", ", holds.Select((_, index) => $"${keys + 1 + index}"));
        var updates = string.Join(", ", holds.Select(h => $"{h.Column} = excluded.{h.Column}"));
        sql.Add(
            $"""
             INSERT INTO {table} (street, code, valid_from, valid_to, {columns})
             VALUES ($1, $2, $3, (SELECT min(valid_from) - 1 FROM {table} WHERE street = $1 AND code = $2 AND valid_from > $3), {values})
             ON CONFLICT (street, code, valid_from) DO UPDATE SET {updates}
             """,
            [street, code, since, .. holds.Select(h => h.Value)]);
        sql.Add(
            $"""
             UPDATE {table} SET valid_to = $3 - 1
             WHERE street = $1 AND code = $2
               AND valid_from = (SELECT max(valid_from) FROM {table} WHERE street = $1 AND code = $2 AND valid_from < $3)
             """,
            street, code, since);
    }

    /// <summary>The version of the stream, on all periods of an entry.</summary>
    public static void Version(SqlBatch sql, string table, string street, string code, long version) =>
        sql.Add($"UPDATE {table} SET version = $3 WHERE street = $1 AND code = $2", street, code, version);

    /// <summary>SQL condition: the period holds on day <c>@on</c>.</summary>
    public static string Holds(string alias) => $"{alias}.valid_from <= @on AND ({alias}.valid_to IS NULL OR {alias}.valid_to >= @on)";
}
