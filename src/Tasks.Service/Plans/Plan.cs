using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Plans;

internal sealed record Plan : IAggregate<Plan, IPlanEvent>
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

    public Plan Evolve(IPlanEvent @event) => @event switch
    {
        PlanImported e => Edition(e.Document.ToPlanDocument(), e.Items, []),
        PlanExtended e => Edition(e.Document.ToPlanDocument(), e.Items, []),
        PlanRevised e => Edition(e.Document.ToPlanDocument(), e.Added, e.Removed),
        PlanReferenceResolved e => this with { Resolved = Resolved.SetItem(e.No, e) },
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

    public static StreamId<Plan> Stream(string street, Guid id) => new(street, id);

    public static StreamId<Plan> Stream(string street, string documentNumber) =>
        StreamId<Plan>.Named(street, $"plan/{street}/{documentNumber}");
}
