using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Offline;

/// <summary>A command that an intent asks for, ready to be decided on what has happened to its thing.</summary>
/// <param name="Aggregate">Alias of the thing's stream.</param>
/// <param name="Disturbs">Whether it does not commute with an event of somebody else's.</param>
/// <param name="Opens">It begins a finding, which gets its number with the append.</param>
internal sealed record PreparedCommand(
    string Aggregate, Func<IReadOnlyList<object>, Decision> Decide, Func<object, bool> Disturbs, bool Opens = false)
{
    /// <summary>What other streams get in the same append; decided on where they were, so that one that has moved is met again.</summary>
    public IReadOnlyList<StreamChange> Beside { get; init; } = [];

    public static PreparedCommand On<T>(Func<T, Decision> decide, Func<object, bool> disturbs) where T : class, IAggregate<T> =>
        new(SnakeCase.Of(typeof(T).Name), history => decide(history.Fold<T>()), disturbs);

    public static PreparedCommand Opening(Decision decided) => new(SnakeCase.Of(nameof(Finding)), _ => decided, Never, Opens: true);

    /// <summary>Decided over several streams, of which the intent's thing is one. Nobody's change disturbs it.</summary>
    public static Preparation Over<T>(IntentContext context, JointDecision decided) where T : class, IAggregate<T> =>
        decided.Refusal is { } refusal
            ? refusal
            : new PreparedCommand(SnakeCase.Of(typeof(T).Name), _ => new(decided.EventsOf(context.Thing), null), Never)
            {
                Beside = [.. decided.Changes.Where(change => change.Stream != context.Thing)],
            };

    public static bool Never(object @event) => false;

    /// <summary>
    /// Others changed what it was decided on, and it is neither so already nor wrong in itself: a person has to look at both.
    /// </summary>
    public bool Conflicts(Decision decision, IEnumerable<object> unseen) =>
        decision is { Refusal: null, Events.Count: > 0 } or { Refusal.Kind: RefusalKind.Conflict } && unseen.Any(Disturbs);
}

/// <summary>A command, or why there can be none.</summary>
internal sealed record Preparation(PreparedCommand? Command, Refusal? Refusal)
{
    public static implicit operator Preparation(PreparedCommand command) => new(command, null);

    public static implicit operator Preparation(Refusal refusal) => new(null, refusal);
}
