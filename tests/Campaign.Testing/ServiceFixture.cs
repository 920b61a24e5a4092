using Campaign.Web;
using MassTransit;

namespace Campaign.Testing;

/// <summary>
/// One instance of a service on its own database and broker, ready to be asked. Tests that share it use streets of their own.
/// </summary>
public abstract class ServiceFixture<TModule>(string service) : IAsyncLifetime where TModule : class
{
    private Surroundings? surroundings;
    private ServiceHost<TModule>? host;

    /// <summary>As in <c>ConnectionStrings</c> and in the name of its OpenAPI document.</summary>
    public string Service => service;

    public Surroundings Surroundings => surroundings ?? throw new InvalidOperationException("The fixture has not started.");

    public ServiceHost<TModule> Host => host ?? throw new InvalidOperationException("The fixture has not started.");

    public IBus Bus => Host.Get<IBus>();

    public async ValueTask InitializeAsync()
    {
        surroundings = await Surroundings.Create();
        host = surroundings.Start<TModule>(service);
        await host.Ready();
    }

    public HttpClient Client(Role role, string street, string? unit = null) => Host.Client(role, street, unit);

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        surroundings?.Dispose();
        GC.SuppressFinalize(this);
    }
}
