using System.Text.Json.Serialization;
using Campaign.Tasks.Imports;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>What an import understood, what it would do or has done, and whether the plan stands as sent.</summary>
/// <param name="PlanId">Absent where a workbook does not say which plan it is.</param>
/// <param name="Rows">Item by item: action or task × unit × phase; those an edition takes out at the end.</param>
/// <param name="Assignments">Number of assignments the plan has, or would have.</param>
/// <param name="Taken">False for a preview.</param>
/// <param name="Remarks">What else a person should look at: rows of a workbook, missing annexes, head-count bands.</param>
/// <param name="Changes">Number of rows by what is done about them.</param>
internal sealed record PlanImportResult(
    Guid? PlanId, IReadOnlyList<PlanRow> Rows, int Assignments, bool Taken, IReadOnlyList<ImportRemark> Remarks,
    IReadOnlyDictionary<PlanChange, int> Changes)
{
    public static PlanImportResult Of(Guid? planId, IReadOnlyList<PlanRow> rows, bool taken, IReadOnlyList<ImportRemark> remarks) =>
        new(planId, rows, rows.Count(row => row.StaysInPlan), taken, remarks, rows.CountBy(row => row.Change).ToDictionary());
}

/// <param name="At">JSON pointer into the document, or cell of the workbook.</param>
internal sealed record ImportRemark(string At, RowOutcome Outcome, string Note)
{
    [JsonIgnore]
    public FieldError Error => new(At, "row-refused", Note);
}

internal enum PlanChange
{
    None,
    Issue,

    /// <summary>The deadline is another.</summary>
    Move,

    /// <summary>Title, cooperating units or reviewer are others.</summary>
    Revise,
    Cancel,

    /// <summary>Out of the plan, but carried to its end.</summary>
    Withdraw,

    /// <summary>Back in the plan while still being worked on.</summary>
    Readopt,

    /// <summary>The plan says something else, the assignment stays as it is.</summary>
    Keep,
}

/// <summary>What the import made of one item.</summary>
/// <param name="Note">What a person should look at.</param>
/// <param name="At">Where it comes from: JSON pointer into the document, or cell of the workbook; empty when it is no longer there.</param>
/// <param name="Point">Code of the inspection point, where the task names its points.</param>
internal sealed record PlanRow(
    int Action, int? Task, string Unit, string Phase, string? Title, DateTimeOffset? Due, RowOutcome Outcome,
    PlanChange Change, string? Note,
    string At, string? Point = null)
{
    public PlanRow(ReadItem read, PlanWork? work, PlanChange change, params IReadOnlyList<object> events) : this(
        read.Item.Action, read.Item.Task, read.Item.Unit, work?.Phase ?? read.Item.Phase, work?.Title, work?.Due, read.Outcome,
        change, read.Note,
        read.Pointer, read.Item.Point) => (Item, Events) = (read.Item, events);

    [JsonIgnore]
    public PlanItem Item { get; } = null!;

    /// <summary>What it does to its assignment.</summary>
    [JsonIgnore]
    public IReadOnlyList<object> Events { get; } = [];

    /// <summary>Of the assignment's stream before.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    [JsonIgnore]
    public bool EntersPlan => Change is PlanChange.Issue or PlanChange.Readopt;

    [JsonIgnore]
    public bool LeavesPlan => Change is PlanChange.Cancel or PlanChange.Withdraw;

    [JsonIgnore]
    public bool StaysInPlan => Outcome is not RowOutcome.Refused && !LeavesPlan;
}
