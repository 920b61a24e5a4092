namespace Campaign.EventStore;

/// <summary>What a pure decision yields: events; none, because it is so already; or a refusal with a named rule.</summary>
public readonly record struct Decision(IReadOnlyList<object> Events, Refusal? Refusal)
{
    public static readonly Decision Nothing = new([], null);

    public static Decision Of(params object[] events) => new(events, null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}

/// <summary>A rule that says no.</summary>
/// <param name="Rule">Stable code in kebab case; the <c>type</c> of the problem a caller sees.</param>
/// <param name="Detail">The sentence people read, in Chinese.</param>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Pointer">JSON pointer to the field the rule is about, where there is one.</param>
public sealed record Refusal(string Rule, string Detail, RefusalKind Kind = RefusalKind.Conflict, string? Pointer = null);

public enum RefusalKind
{
    /// <summary>409: the state of the thing does not allow it.</summary>
    Conflict,

    /// <summary>404: there is no such thing, as far as this caller may know.</summary>
    NotFound,

    /// <summary>422: what was sent breaks a rule in itself.</summary>
    Invalid,

    /// <summary>403: not this caller.</summary>
    Forbidden,
}
