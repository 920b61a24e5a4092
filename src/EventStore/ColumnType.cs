namespace Campaign.EventStore;

/// <param name="Sent">Type of the element that travels.</param>
/// <param name="Cast">Type it is turned into there; null when it is the same.</param>
internal readonly record struct ColumnType(string Sent, string? Cast = null)
{
    public static readonly ColumnType Json = new("text", "jsonb");

    // Arrays of arrays must be of one length in PostgreSQL; as texts they need not be.
    private static readonly ColumnType Texts = new("text", "text[]");

    private static readonly Dictionary<Type, ColumnType> Known = new()
    {
        [typeof(string)] = new("text"),
        [typeof(Guid)] = new("uuid"),
        [typeof(int)] = new("int"),
        [typeof(long)] = new("bigint"),
        [typeof(decimal)] = new("numeric"),
        [typeof(double)] = new("float8"),
        [typeof(bool)] = new("boolean"),
        [typeof(DateTimeOffset)] = new("timestamptz"),
        [typeof(DateOnly)] = new("date"),
    };

    /// <exception cref="NotSupportedException">No column of such a type travels in arrays yet.</exception>
    public static ColumnType Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(plain, out var known)) return known;
        if (plain.IsEnum) return Known[typeof(string)];
        return type.IsAssignableTo(typeof(IEnumerable<string>)) ? Texts : throw new NotSupportedException($"A row cannot carry a {type}.");
    }

    /// <summary>What travels for a value: a text for an array of texts, in the form that PostgreSQL reads.</summary>
    public object? Send(object? value) =>
        this == Texts && value is IEnumerable<string> texts ? $"{{{string.Join(',', texts.Select(Quoted))}}}" : value;

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
