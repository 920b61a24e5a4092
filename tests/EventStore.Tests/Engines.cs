using Npgsql;

namespace Campaign.Testing;

internal static class Engines
{
    public static async Task<string> FreshDatabase()
    {
        var server = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_POSTGRES")!;
        var name = $"t_{Guid.NewGuid():n}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"create database {name} template template0 encoding 'UTF8'");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
