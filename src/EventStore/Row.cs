namespace Campaign.EventStore;

/// <summary>
/// A row that one stream's events write, column by column. It begins with <c>street</c> and the stream's id, which are its key. Rows of
/// one shape travel together in arrays (<see cref="SqlBatch.AddRow"/>), so every value goes with the type of its column.
/// </summary>
public sealed class Row
{
    private readonly List<RowColumn> columns = [];
    private readonly List<object?> values = [];
    private readonly StreamId stream;

    private Row(StreamId stream) => this.stream = stream;

    /// <param name="id">Name of the column that holds the stream's id.</param>
    public static Row Of(StreamId stream, string id = "id") => new Row(stream).Key("street", stream.Tenant).Key(id, stream.Id);

    /// <summary>A further column of the key.</summary>
    /// <exception cref="NotSupportedException">No column of this type travels in arrays yet.</exception>
    public Row Key<T>(string column, T value) => Add(column, value, ColumnType.Of(typeof(T)), RowColumnUse.Key);

    /// <summary>A column and what it is set to.</summary>
    /// <exception cref="NotSupportedException">No column of this type travels in arrays yet.</exception>
    public Row With<T>(string column, T value) => Add(column, value, ColumnType.Of(typeof(T)), RowColumnUse.Set);

    /// <summary>A column of <c>jsonb</c> and what it is set to.</summary>
    public Row WithJson(string column, string? json) => Add(column, json, ColumnType.Json, RowColumnUse.Set);

    /// <summary>A value that only expressions speak of, as <c>given.name</c>; it is no column.</summary>
    /// <exception cref="NotSupportedException">No value of this type travels in arrays yet.</exception>
    public Row Given<T>(string name, T value) => Add(name, value, ColumnType.Of(typeof(T)), RowColumnUse.Given);

    /// <param name="onConflict">What stands behind <c>ON CONFLICT</c>; the table is <c>t</c>.</param>
    public void InsertInto(string table, SqlBatch sql, string? onConflict = null) =>
        sql.AddRow(stream, new UpsertTemplate(IsInsert: true, table, onConflict, [.. columns]).Sql, [.. values]);

    /// <param name="expressions">Further assignments; the table is <c>t</c>, the values of this row are <c>given</c>.</param>
    public void Update(string table, SqlBatch sql, string? expressions = null) =>
        sql.AddRow(stream, new UpsertTemplate(IsInsert: false, table, expressions, [.. columns]).Sql, [.. values]);

    private Row Add(string name, object? value, ColumnType type, RowColumnUse use)
    {
        columns.Add(new(name, type, use));
        values.Add(type.Send(value));
        return this;
    }
}
