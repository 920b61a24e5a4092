using System.Text.Json.Serialization;
using Campaign.EventStore;

namespace Campaign.Tasks.Plans;

/// <summary>What happens to a plan.</summary>
internal interface IPlanEvent;

/// <summary>方案 taken in; its assignments were issued with it.</summary>
internal sealed record PlanImported(Stored.PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At) : IPlanEvent;

/// <summary>A later edition that only added, as it was taken before plans could be revised.</summary>
internal sealed record PlanExtended(Stored.PlanDocument Document, IReadOnlyList<PlanItem> Items, DateTimeOffset At) : IPlanEvent;

/// <summary>方案调整: a later edition. What it added was issued with it, what it took out cancelled, what it moved has another deadline.</summary>
/// <param name="Removed">No longer in the plan; what was submitted already is carried to its end nevertheless.</param>
internal sealed record PlanRevised(
    Stored.PlanDocument Document, IReadOnlyList<PlanItem> Added, IReadOnlyList<PlanItem> Removed, DateTimeOffset At)
    : IPlanEvent;

/// <summary>待补附件 found, or settled otherwise.</summary>
/// <param name="No">Number of the open reference in its plan, from 1.</param>
/// <param name="Evidence">SHA-256 of the document that was found.</param>
internal sealed record PlanReferenceResolved(int No, string Name, string? Evidence, string? Note, DateTimeOffset At) : IPlanEvent;

/// <summary>What makes one assignment of a plan: action or task × unit × phase × point.</summary>
/// <param name="Action">Number of the action.</param>
/// <param name="Phase">Name of the phase; empty for a task with a deadline of its own.</param>
/// <param name="Point">Code of the inspection point, where the task names its points.</param>
/// <param name="Issue">From 1; what an edition took out and a later one brings back is issued once more.</param>
internal sealed record PlanItem(int Action, string Unit, string Phase, int? Task = null, int Issue = 1, string? Point = null)
{
    /// <summary>The same for every issue.</summary>
    [JsonIgnore]
    public PlanItem Key => this with { Issue = 1 };

    public Guid AssignmentId(Guid plan) => DeterministicGuid.From(
        plan, $"{Action}{(Task is { } task ? $".{task}" : "")}/{Unit}/{Phase}{AtPoint}{(Issue > 1 ? $"#{Issue}" : "")}");

    private string AtPoint => Point is null ? "" : $"@{Point}";
}
