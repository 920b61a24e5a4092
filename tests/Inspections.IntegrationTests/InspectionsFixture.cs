using Campaign.ServiceDefaults.Identity;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>One Inspections.Service on its own database and broker; classes that share it use streets of their own.</summary>
public sealed class InspectionsFixture : IAsyncLifetime
{
    private Surroundings surroundings = null!;
    private ServiceHost<Program> host = null!;

    internal ServiceHost<Program> Host => host;

    internal TestIdentity Identity => surroundings.Identity;

    internal IBus Bus => host.Get<IBus>();

    public async ValueTask InitializeAsync()
    {
        surroundings = await Surroundings.Create();
        host = surroundings.Start<Program>("inspections");
        using var client = host.CreateClient();
        await Eventually.Holds(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    internal HttpClient Client(Role role, string street, string? unit = null) => host.Client(role, street, unit);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        surroundings.Dispose();
    }
}
