using System.Collections.Concurrent;

namespace Campaign.EventStore;

internal enum RowColumnUse { Key, Set, Given }

internal readonly record struct RowColumn(string Name, ColumnType Type, RowColumnUse Use);

/// <summary>What the statement of a <see cref="Row"/> depends on. A process knows few shapes, and writes the text of each once.</summary>
/// <param name="Clause">Behind ON CONFLICT, or among the assignments.</param>
internal sealed record UpsertTemplate(bool IsInsert, string Table, string? Clause, IReadOnlyList<RowColumn> Columns)
{
    private static readonly ConcurrentDictionary<UpsertTemplate, string> Texts = new();

    public string Sql => Texts.GetOrAdd(this, static shape => shape.IsInsert ? shape.Insert() : shape.Update());

    public bool Equals(UpsertTemplate? other) =>
        other is not null && IsInsert == other.IsInsert && Table == other.Table && Clause == other.Clause
            && Columns.SequenceEqual(other.Columns);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Table, StringComparer.Ordinal);
        hash.Add(Clause, StringComparer.Ordinal);
        foreach (var column in Columns) hash.Add(column.Name, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    private string Insert()
    {
        var names = Listed(Columns.Where(column => column.Use is not RowColumnUse.Given).Select(column => column.Name));
        var onConflict = Clause is null ? "" : $" ON CONFLICT {Clause}";
        return $"INSERT INTO {Table} AS t ({names}) SELECT {names} FROM {Given()} AS given{onConflict}";
    }

    private string Update()
    {
        var assignments = Columns.Where(column => column.Use is RowColumnUse.Set).Select(column => $"{column.Name} = given.{column.Name}");
        var key = Columns.Where(column => column.Use is RowColumnUse.Key).Select(column => $"t.{column.Name} = given.{column.Name}");
        var set = Listed(Clause is null ? assignments : assignments.Append(Clause));
        return $"UPDATE {Table} AS t SET {set} FROM {Given()} AS given WHERE {string.Join(" AND ", key)}";
    }

    private string Given()
    {
        var arrays = Columns.Select((column, i) => $"${i + 1}::{column.Type.Sent}[]");
        var names = Columns.Select(column => column.Name);
        var read = Columns.Select(column => column.Type.Cast is { } cast ? $"{column.Name}::{cast} AS {column.Name}" : column.Name);
        return $"(SELECT {Listed(read)} FROM unnest({Listed(arrays)}) AS r ({Listed(names)}))";
    }

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts);
}
