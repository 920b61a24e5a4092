using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>What one edition of a plan says about one of its items.</summary>
/// <param name="Phase">The phase it falls into, also where its deadline is its own.</param>
/// <param name="About">Action and task, which name the field of work.</param>
/// <param name="Items">What has to be there before it can be submitted.</param>
internal sealed record PlanWork(
    AssignmentKind Kind, string Title, DateTimeOffset Due, string Phase, IReadOnlyList<string> Cooperating, string? Guarantor,
    IReadOnlyList<string> Items, string About)
{
    public static PlanWork Of(PlanDocument document, PlanItem item)
    {
        var action = document.Actions.First(action => action.No == item.Action);
        var task = action.Tasks?.FirstOrDefault(task => task.No == item.Task);
        var phase = PhaseOf(document, item, task);
        var title = task?.Title ?? action.Name;
        return new(
            task?.Kind ?? AssignmentKinds.UnlessSaid, item.Phase.Length == 0 ? title : $"{title}（{item.Phase}）",
            task?.Due ?? Deadline.EndOf(phase!.To), phase?.Name ?? "",
            [.. (task?.Cooperating ?? []).Where(unit => unit != item.Unit).Distinct(StringComparer.Ordinal)], task?.Guarantor,
            task?.Items ?? [], $"{action.Name} {title}");
    }

    /// <param name="terms">How plans ask for its kind.</param>
    public AssignmentIssued Issue(PlanItem item, Guid plan, DateTimeOffset at, IPlanTerms? terms, Guarantors guarantors) => new(
        Kind, Title, item.Unit, Due, new PlanOrigin(plan, item.Action, Phase, item.Task), at,
        Cooperating.Count > 0 ? Cooperating : null, ReviewerOf(item.Unit, guarantors),
        Brief: terms?.BriefOf(Items, item.Point ?? guarantors.CommunityOf(item.Unit)));

    /// <summary>Whom the plan names, else the guarantor leader of the unit's community and of the field.</summary>
    public string? ReviewerOf(string unit, Guarantors guarantors) => Guarantor ?? guarantors.Of(unit, about: About);

    public bool SaysTheSameAs(PlanWork other) =>
        Title == other.Title && Guarantor == other.Guarantor && Cooperating.SequenceEqual(other.Cooperating, StringComparer.Ordinal);

    public bool AsksTheSameAs(PlanWork other) => Kind == other.Kind && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    private static PlanPhase? PhaseOf(PlanDocument document, PlanItem item, PlanTask? task)
    {
        var name = item.Phase.Length > 0 ? item.Phase : task?.Phases is [var first, ..] ? first : null;
        if (name is not null) return document.Phases.First(phase => phase.Name == name);
        var day = ChinaTime.DeadlineDay(task!.Due!.Value);
        return document.Phases.FirstOrDefault(phase => phase.From <= day && day <= phase.To);
    }
}
