using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Plans;

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
        PlanImported e => Edition(e.Document.ToPlanDocument(), e.Items, []),
        PlanExtended e => Edition(e.Document.ToPlanDocument(), e.Items, []),
        PlanRevised e => Edition(e.Document.ToPlanDocument(), e.Added, e.Removed),
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
        null => Decision.Of(new PlanImported(Stored.PlanDocument.Of(Document), Added, Now)),
        var known when Added.Count + Removed.Count == 0 && Document.SameAs(known) => Decision.Nothing,
        _ => Decision.Of(new PlanRevised(Stored.PlanDocument.Of(Document), Added, Removed, Now)),
    };
}
