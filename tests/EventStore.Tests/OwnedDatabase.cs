using Campaign.Testing;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>An empty database whose owner may do everything, and a role that may do nothing in it until it is told so.</summary>
internal sealed record OwnedDatabase(string Owner, string Serving)
{
    public static async Task<OwnedDatabase> Create()
    {
        var owner = await Engines.FreshDatabase();
        var role = $"serving_{Guid.NewGuid():n}";
        await using var source = NpgsqlDataSource.Create(owner);
        await using var create = source.CreateCommand($"CREATE ROLE {role} LOGIN PASSWORD '{role}'");
        await create.ExecuteNonQueryAsync();
        return new(owner, new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = role }.ConnectionString);
    }
}
