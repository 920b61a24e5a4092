using Campaign.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Testing;

/// <summary>What a service stands in: a database and a broker of its own, and a gateway whose tokens it trusts.</summary>
public sealed class Surroundings : IDisposable
{
    private Surroundings(string database, Uri broker, TestIdentity identity) => (Database, Broker, Identity) = (database, broker, identity);

    public string Database { get; }

    public Uri Broker { get; }

    public TestIdentity Identity { get; }

    public static async Task<Surroundings> Create() => new(await Engines.FreshDatabase(), await Engines.FreshBroker(), new TestIdentity());

    /// <summary>The same broker and gateway with another database: for a second service of the same platform.</summary>
    public async Task<Surroundings> Beside() => new(await Engines.FreshDatabase(), Broker, Identity);

    /// <summary>Starts an instance of a service in them; several instances of one service may share the same.</summary>
    /// <typeparam name="TModule">Any type of the service's assembly.</typeparam>
    /// <param name="service">Its name, as in <c>ConnectionStrings</c>.</param>
    public ServiceHost<TModule> Start<TModule>(
        string service, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
        where TModule : class
    {
        var host = new ServiceHost<TModule>(this, service, replace, settings);
        host.Server.PreserveExecutionContext = false;
        return host;
    }

    public void Dispose() => Identity.Dispose();
}

/// <summary>One instance of a service in this process, behind its real HTTP pipeline.</summary>
public sealed class ServiceHost<TModule>(
    Surroundings surroundings, string service, Action<IServiceCollection>? replace, IReadOnlyList<(string Key, string Value)> settings)
    : WebApplicationFactory<TModule> where TModule : class
{
    public HttpClient Client(Role role, string street, string? unit = null) =>
        CreateClient().As(surroundings.Identity.Token(role, street, unit));

    /// <summary>Database there, schema up to date, broker connected, keys known.</summary>
    public async Task Ready()
    {
        using var client = CreateClient();
        await Eventually.Holds(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting($"ConnectionStrings:{service}", surroundings.Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", surroundings.Broker.ToString());
        builder.UseSetting("Serilog:MinimumLevel", "Warning");
        foreach (var (key, value) in surroundings.Identity.Settings) builder.UseSetting(key, value);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => replace?.Invoke(services));
    }
}
