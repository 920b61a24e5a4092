using Campaign.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaign.Testing;

public static class StoreBetween
{
    /// <summary>Puts a store of the test's own before the real one.</summary>
    public static void PutBetween(this IServiceCollection services, Func<IServiceProvider, IEventStore, IEventStore> before)
    {
        var real = services.Single(service => service.ServiceType == typeof(IEventStore)).ImplementationType!;
        services.Replace(
            ServiceDescriptor.Singleton(provider => before(provider, (IEventStore)ActivatorUtilities.CreateInstance(provider, real))));
    }
}
