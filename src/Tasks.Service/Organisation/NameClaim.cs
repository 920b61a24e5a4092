using Campaign.Documents;
using Campaign.EventStore;

namespace Campaign.Tasks.Organisation;

internal interface INameEvent;

/// <summary>A name was given to an entry of the register, or to one whose name looks the same.</summary>
internal sealed record NameTaken(string Code, DateTimeOffset At) : INameEvent;

/// <summary>
/// Where two meet who ask at the same moment for names that look alike: whether one is still free is asked of the register, which does not
/// show yet what is only being committed.
/// </summary>
/// <param name="Code">Who was given it last.</param>
internal sealed record NameClaim(string? Code) : IAggregate<NameClaim, INameEvent>
{
    public static NameClaim Initial { get; } = new((string?)null);

    public NameClaim Evolve(INameEvent @event) => @event switch
    {
        NameTaken e => new(e.Code),
    };

    /// <param name="among">What may not look alike: the units of a street, the posts of a unit …</param>
    public static StreamId<NameClaim> Stream(string street, string among, string name) =>
        StreamId<NameClaim>.Named(street, $"name/{among}/{NameText.Look(name)}");
}

internal static class NameClaims
{
    /// <summary>What was decided on an entry, if its name is free up to the commit.</summary>
    /// <param name="other">Asks the register for another entry whose name looks the same.</param>
    /// <param name="field">Where in the body the name stands.</param>
    public static async Task<JointDecision> Named<T>(
        this StreamLoader streams, StreamRef<T> entry, Decision decided, StreamId<NameClaim> claim, NameTaken taken,
        Func<Task<string?>> other, string field)
        where T : class, IAggregate<T>
    {
        var name = await streams.Load(claim);
        if (await other() is { } alike) return OrganisationRules.LooksLike(alike, field);
        var decision = entry.Gets(decided);
        return name.State.Code == taken.Code ? decision.IfUnmoved(name) : decision.And(name.Gets(taken));
    }
}
