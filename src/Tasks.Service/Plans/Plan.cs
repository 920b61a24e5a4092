using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaign.EventStore;

namespace Campaign.Tasks.Plans;

/// <summary>方案 taken in; its assignments were issued with it.</summary>
internal sealed record PlanImported(PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At);

/// <summary>A later edition that only added, as it was taken before plans could be revised.</summary>
internal sealed record PlanExtended(PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At);

/// <summary>方案调整: a later edition. What it added was issued with it, what it took out cancelled, what it moved moved.</summary>
/// <param name="Removed">No longer in the plan; what was submitted already is carried to its end nevertheless.</param>
internal sealed record PlanRevised(PlanDocument Document, IReadOnlyList<PlanItem> Added, IReadOnlyList<PlanItem> Removed, DateTimeOffset At);

/// <summary>待补附件 found, or settled otherwise.</summary>
/// <param name="No">Number of the open reference in its plan, from 1.</param>
/// <param name="Evidence">SHA-256 of the document that was found.</param>
internal sealed record PlanReferenceResolved(int No, string Name, string? Evidence, string? Note, DateTimeOffset At);

/// <summary>What makes one assignment of a plan: action or task × unit × phase.</summary>
/// <param name="Action">Number of the action.</param>
/// <param name="Phase">Name of the phase; empty for a task with a deadline of its own.</param>
/// <param name="Issue">From 1; what an edition took out and a later one brings back is issued once more.</param>
internal sealed record PlanItem(int Action, string Unit, string Phase, int? Task = null, int Issue = 1)
{
    /// <summary>The same for every issue.</summary>
    [JsonIgnore]
    public PlanItem Key => this with { Issue = 1 };

    public Guid AssignmentId(Guid plan) => DeterministicGuid.From(
        plan, $"{Action}{(Task is { } task ? $".{task}" : "")}/{Unit}/{Phase}{(Issue > 1 ? $"#{Issue}" : "")}");
}

internal sealed record Plan : IAggregate<Plan>
{
    public static Plan Initial { get; } = new();

    public PlanDocument? Document { get; init; }

    /// <summary>By key.</summary>
    public ImmutableDictionary<PlanItem, PlanItem> Items { get; init; } = ImmutableDictionary<PlanItem, PlanItem>.Empty;

    /// <summary>The last issue of everything that ever was in the plan, by key.</summary>
    public ImmutableDictionary<PlanItem, PlanItem> Issued { get; init; } = ImmutableDictionary<PlanItem, PlanItem>.Empty;

    /// <summary>Every annex that ever was missing; its number is its place.</summary>
    public ImmutableList<string> References { get; init; } = [];
    public ImmutableDictionary<int, PlanReferenceResolved> Resolved { get; init; } = ImmutableDictionary<int, PlanReferenceResolved>.Empty;

    public Plan Evolve(object @event) => @event switch
    {
        PlanImported e => Edition(e.Document, e.Items, []),
        PlanExtended e => Edition(e.Document, e.Items, []),
        PlanRevised e => Edition(e.Document, e.Added, e.Removed),
        PlanReferenceResolved e => this with { Resolved = Resolved.SetItem(e.No, e) },
        _ => this,
    };

    private Plan Edition(PlanDocument document, IReadOnlyList<PlanItem> added, IReadOnlyList<PlanItem> removed) => this with
    {
        Document = document,
        Items = Items.RemoveRange(removed.Select(item => item.Key)).SetItems(ByKey(added)),
        Issued = Issued.SetItems(ByKey(added)),
        References = References.AddRange((document.MissingAnnexes ?? []).Except(References, StringComparer.Ordinal)),
    };

    private static IEnumerable<KeyValuePair<PlanItem, PlanItem>> ByKey(IEnumerable<PlanItem> items) =>
        items.Select(item => KeyValuePair.Create(item.Key, item));

    public static StreamId Stream(string street, string documentNumber) =>
        new(street, DeterministicGuid.From(Guid.Empty, $"plan/{street}/{documentNumber}"));
}

/// <summary>The same document again changes nothing; a later edition is followed by its difference.</summary>
internal sealed record TakePlan(PlanDocument Document, IReadOnlyList<PlanItem> Added, IReadOnlyList<PlanItem> Removed, DateTimeOffset Now)
{
    public static TakePlan By(IReadOnlyList<PlanRow> rows, PlanDocument document, DateTimeOffset now) => new(
        document, [.. rows.Where(row => row.EntersPlan).Select(row => row.Item)], [.. rows.Where(row => row.LeavesPlan).Select(row => row.Item)], now);

    public Decision Decide(Plan plan) => plan.Document switch
    {
        null => Decision.Of(new PlanImported(Document, Added, Now)),
        var known when Added.Count + Removed.Count == 0 && Document.SameAs(known) => Decision.Nothing,
        _ => Decision.Of(new PlanRevised(Document, Added, Removed, Now)),
    };
}
