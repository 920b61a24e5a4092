using System.Collections.Immutable;
using Campaign.EventStore;

namespace Campaign.Tasks.Plans;

/// <summary>方案 taken in; its assignments were issued with it.</summary>
internal sealed record PlanImported(PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At);

/// <summary>A later edition of the document that only adds; what it added was issued with it.</summary>
internal sealed record PlanExtended(PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At);

/// <summary>What makes one assignment of a plan: action × unit × phase.</summary>
/// <param name="Action">Number of the action.</param>
internal sealed record PlanItem(int Action, string Unit, string Phase)
{
    public Guid AssignmentId(Guid plan) => DeterministicGuid.From(plan, $"{Action}/{Unit}/{Phase}");
}

internal sealed record Plan : IAggregate<Plan>
{
    public static Plan Initial { get; } = new();

    public PlanDocument? Document { get; init; }
    public ImmutableHashSet<PlanItem> Items { get; init; } = [];

    public Plan Evolve(object @event) => @event switch
    {
        PlanImported e => new() { Document = e.Document, Items = [.. e.Items] },
        PlanExtended e => new() { Document = e.Document, Items = Items.Union(e.Items) },
        _ => this,
    };

    public static StreamId Stream(string street, string documentNumber) =>
        new(street, DeterministicGuid.From(Guid.Empty, $"plan/{street}/{documentNumber}"));
}

/// <summary>The same document again changes nothing; one that only adds is followed; any other change is a person's to make.</summary>
internal sealed record TakePlan(PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset Now)
{
    public static readonly Refusal PlanChanged =
        new("plan-changed", "同一文号的方案已导入，新内容更改了阶段或撤去了任务；请逐项调整，或以新文号导入。");

    public Decision Decide(Plan plan)
    {
        if (plan.Document is not { } known) return Decision.Of(new PlanImported(Document, Items, Now));
        if (Document.SameAs(known)) return Decision.Nothing;
        var onlyAdds = Document.IssuedOn == known.IssuedOn && Document.Phases.SequenceEqual(known.Phases) && plan.Items.IsSubsetOf(Items);
        return onlyAdds
            ? Decision.Of(new PlanExtended(Document, [.. Items.Where(item => !plan.Items.Contains(item))], Now))
            : PlanChanged;
    }
}
