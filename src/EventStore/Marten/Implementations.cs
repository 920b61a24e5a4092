using Campaign.EventStore.OnMarten;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore;

internal static partial class Implementations
{
    static partial void AddMarten(Dictionary<string, Func<IServiceProvider, IEventStore>> all)
        => all[Marten] = services => ActivatorUtilities.CreateInstance<MartenEventStore>(services);
}
