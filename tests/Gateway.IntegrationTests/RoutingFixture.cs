using Campaign.Testing;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>A gateway before a service that verifies for itself; the other services do not answer.</summary>
public sealed class RoutingFixture : IAsyncLifetime
{
    // Gateway and service need each other's address: another instance on the same database has the same keys.
    private TestGateway keys = null!;

    internal TestService Service { get; private set; } = null!;

    internal TestGateway Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await Engines.FreshDatabase();
        keys = await TestGateway.Start(database);
        Service = await TestService.Trusting(keys.KeySet);
        Gateway = await TestGateway.Start(database, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:tasks:http:0"] = Service.Address.ToString(),
            ["services:inspections:http:0"] = "http://127.0.0.1:9",
            ["Limits:RequestsPerSecond"] = "50",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Service.DisposeAsync();
        await keys.DisposeAsync();
    }
}
