using Campaign.EventStore.BuiltIn;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore;

/// <summary>The implementations of the door that this build holds; Marten's is in <c>Marten/</c> and only on the full feed.</summary>
internal static partial class Implementations
{
    private const string BuiltIn = nameof(BuiltIn);
    private const string Marten = nameof(Marten);

    public static IReadOnlyDictionary<string, Func<IServiceProvider, IEventStore>> All { get; } = Compiled();

    /// <summary>The one asked for; without a wish Marten where it is compiled in.</summary>
    public static IEventStore Create(string? name, IServiceProvider services)
        => All.TryGetValue(name ?? (All.ContainsKey(Marten) ? Marten : BuiltIn), out var create)
            ? create(services)
            : throw new InvalidOperationException($"EventStore:Implementation is '{name}'; this build has {string.Join(", ", All.Keys)}.");

    private static Dictionary<string, Func<IServiceProvider, IEventStore>> Compiled()
    {
        var all = new Dictionary<string, Func<IServiceProvider, IEventStore>>(StringComparer.OrdinalIgnoreCase)
        {
            [BuiltIn] = services => ActivatorUtilities.CreateInstance<BuiltInEventStore>(services),
        };
        AddMarten(all);
        return all;
    }

    static partial void AddMarten(Dictionary<string, Func<IServiceProvider, IEventStore>> all);
}
