namespace Campaign.EventStore;

/// <summary>
/// Puts rows of one text into one statement. A row may join a statement that comes after everything its stream has written so far,
/// and never passes a statement that keeps its place.
/// </summary>
internal sealed class StatementBatcher
{
    private readonly List<Group> groups = [];
    private readonly Dictionary<string, int> newest = new(StringComparer.Ordinal);
    private readonly Dictionary<StreamId, int> written = [];
    private int passed;

    public StatementBatcher(IReadOnlyList<SqlBatch.Entry> entries)
    {
        foreach (var entry in entries.Where(entry => !entry.Commutes)) Place(entry);
        groups.AddRange(entries.Where(entry => entry.Commutes).GroupBy(entry => entry.Sql, StringComparer.Ordinal)
            .Select(same => new Group(same.Key, [.. same.Select(entry => entry.Arguments)], AsArrays: true)));
    }

    public IReadOnlyList<SqlStatement> Statements => [.. groups.Select(group => group.Statement())];

    private void Place(SqlBatch.Entry entry)
    {
        if (entry.Stream is not { } stream)
        {
            groups.Add(new(entry.Sql, [entry.Arguments], AsArrays: false));
            passed = groups.Count;
            return;
        }

        var from = Math.Max(passed, written.TryGetValue(stream, out var last) ? last + 1 : 0);
        if (newest.TryGetValue(entry.Sql, out var at) && at >= from)
        {
            groups[at].Rows.Add(entry.Arguments);
        }
        else
        {
            (at, newest[entry.Sql]) = (groups.Count, groups.Count);
            groups.Add(new(entry.Sql, [entry.Arguments], AsArrays: true));
        }

        written[stream] = at;
    }

    private sealed record Group(string Sql, List<object?[]> Rows, bool AsArrays)
    {
        public SqlStatement Statement() => new(Sql, AsArrays ? [.. Enumerable.Range(0, Rows[0].Length).Select(Column)] : Rows[0]);

        // An array of nulls has no type; the statement names it.
        private Array? Column(int column)
        {
            var values = Rows.Select(row => SqlStatement.ToPostgres(row[column])).ToList();
            if (values.Find(value => value is not DBNull) is not { } example) return null;
            var type = example.GetType();
            var array = Array.CreateInstance(type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, values.Count);
            for (var i = 0; i < values.Count; i++) array.SetValue(values[i] is DBNull ? null : values[i], i);
            return array;
        }
    }
}
