using Campaign.EventStore;

namespace Campaign.Inspections.Kernel;

internal static class Folding
{
    public static T Fold<T>(this IEnumerable<object> events) where T : class, IAggregate<T> => events.Fold(T.Initial);

    public static T Fold<T>(this IEnumerable<object> events, T from) where T : class, IAggregate<T> =>
        events.Aggregate(from, (state, e) => state.Evolve(e));
}
