using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace Campaign.Testing;

/// <summary>
/// PostgreSQL and RabbitMQ for tests. They come from the environment (`./campaign test` starts them once for all
/// projects), or are started for this process when first asked for and end with it.
/// </summary>
public static class Engines
{
    private static readonly Lazy<Task<EngineAddresses>> Addresses = new(EngineSource.Find);

    /// <summary>What another process needs in its environment to use the same engines.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Variables() => (await Addresses.Value).Environment;

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> FreshDatabase()
    {
        var server = (await Addresses.Value).Postgres;
        var name = $"test_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(server);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>The AMQP address of a new, empty virtual host.</summary>
    public static async Task<Uri> FreshBroker()
    {
        var addresses = await Addresses.Value;
        var name = $"test_{Guid.NewGuid():N}";
        using var http = new HttpClient();
        var credentials = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(addresses.RabbitManagement.UserInfo));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        // Who makes a virtual host may do everything in it.
        var vhost = new UriBuilder(addresses.RabbitManagement) { UserName = "", Password = "", Path = $"/api/vhosts/{name}" }.Uri;
        using var answer = await http.PutAsync(vhost, content: null);
        answer.EnsureSuccessStatusCode();
        return new UriBuilder(addresses.Rabbit) { Path = name }.Uri;
    }
}
