using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>A command that an intent asks for, ready to be decided on what has happened to its thing.</summary>
/// <param name="Aggregate">Alias of the thing's stream.</param>
/// <param name="Disturbs">Whether it does not commute with an event of somebody else's.</param>
/// <param name="Opens">The case that it begins.</param>
internal sealed record Deed(
    string Aggregate, Func<IReadOnlyList<object>, Decision> Decide, Func<object, bool> Disturbs,
    (RecordFinding Command, Circumstances Circumstances)? Opens = null)
{
    public static Deed On<T>(Func<T, Decision> decide, Func<object, bool> disturbs) where T : class, IAggregate<T> => new(
        SnakeCase.Of(typeof(T).Name), history => decide(history.Aggregate(T.Initial, (state, e) => state.Evolve(e))), disturbs);

    public static Deed Opening(RecordFinding command, Circumstances circumstances) =>
        new(SnakeCase.Of(nameof(Finding)), _ => Decision.Nothing, Never, (command, circumstances));

    public static bool Never(object @event) => false;

    /// <summary>
    /// Others changed what it was decided on, and it is neither so already nor wrong in itself: a person has to look at both.
    /// </summary>
    public bool Conflicts(Decision decision, IEnumerable<object> unseen) =>
        decision is { Refusal: null, Events.Count: > 0 } or { Refusal.Kind: RefusalKind.Conflict } && unseen.Any(Disturbs);
}

/// <summary>A deed, or why there can be none.</summary>
internal sealed record Prepared(Deed? Deed, Refusal? Refusal)
{
    public static implicit operator Prepared(Deed deed) => new(deed, null);

    public static implicit operator Prepared(Refusal refusal) => new(null, refusal);
}

/// <param name="History">What has happened to the thing.</param>
/// <param name="Units">Units that the account acted for when it was done.</param>
/// <param name="At">Business time of what comes of it.</param>
internal sealed record Asked(
    StreamId Thing, IReadOnlyList<object> History, Intent Intent, IReadOnlySet<string> Units, DateTimeOffset At, CancellationToken Cancellation)
{
    public string Street => Thing.Tenant;
}

/// <param name="Allowed">Who may do the same online.</param>
/// <param name="Begins">A case or inspection begins with it, under the intent's id.</param>
internal sealed record IntentKind(string Name, Role[] Allowed, Func<Asked, Task<Prepared>> Prepare, bool Begins = false)
{
    public Guid? Thing(Intent intent) => Begins ? intent.Id : intent.Target;
}
