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
            GRANT USAGE ON SCHEMA {schemas} {to};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schemas} {to};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schemas} {to};
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schemas} {to};
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS {to};
            ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES {to};
            ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES {to};
            ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS {to};
            """;
    }
}
