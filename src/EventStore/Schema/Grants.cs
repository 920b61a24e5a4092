namespace Campaign.EventStore;

/// <summary>What the role that serves needs, and no more: rows and numbers, of the tables that are there and of those to come.</summary>
internal static class Grants
{
    private static readonly string[] Schemas = ["public", "app", "read"];

    /// <summary>To be executed by the owner of the tables. Granting again changes nothing.</summary>
    public static string To(string role)
    {
        var to = $"to \"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var schemas = string.Join(", ", Schemas);
        return $"""
            grant usage on schema {schemas} {to};
            grant select, insert, update, delete on all tables in schema {schemas} {to};
            grant usage, select on all sequences in schema {schemas} {to};
            grant execute on all functions in schema {schemas} {to};
            alter default privileges grant usage on schemas {to};
            alter default privileges grant select, insert, update, delete on tables {to};
            alter default privileges grant usage, select on sequences {to};
            alter default privileges grant execute on functions {to};
            """;
    }
}
