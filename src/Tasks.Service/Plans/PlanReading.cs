using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Plans;

/// <summary>One item of a document, and what a person should know of it.</summary>
/// <param name="Pointer">Where in the document it comes from.</param>
internal sealed record ReadItem(PlanItem Item, string Pointer, RowOutcome Outcome, string? Note = null);

/// <summary>Reads a document item by item against the register. Pure; takes nothing.</summary>
internal sealed class PlanReading(PlanDocument document, IReadOnlyList<UnitRow> units, IReadOnlySet<string> posts)
{
    private readonly Dictionary<string, UnitRow> known = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
    private readonly HashSet<string> phases = document.Phases.Select(phase => phase.Name).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<ReadItem> Items() =>
        [.. document.Actions.Index().SelectMany(action => Read(action.Item, $"/actions/{action.Index}"))];

    private IEnumerable<ReadItem> Read(PlanAction action, string pointer) => action.Tasks is { Count: > 0 } tasks
        ? tasks.Index().SelectMany(task => Read(action, task.Item, $"{pointer}/tasks/{task.Index}"))
        : from doer in Doers(action.Units ?? [], index => $"{pointer}/units/{index}", action.AllCommunities, pointer)
          from phase in document.Phases
          select Judge(new(action.No, doer.Unit, phase.Name), doer, phase);

    private IEnumerable<ReadItem> Read(PlanAction action, PlanTask task, string pointer)
    {
        if (Wrong(task) is var (field, note))
            return [new(new(action.No, task.Lead ?? "", "", task.No), pointer + field, RowOutcome.Refused, note)];
        string[] lead = task.Lead is null ? [] : [task.Lead];
        var doers = Doers(lead, _ => $"{pointer}/lead", task.AllCommunities, pointer);
        if (task.Due is not null) return doers.Select(doer => Judge(new(action.No, doer.Unit, "", task.No), doer, phase: null, task));
        var named = document.Phases.Where(
            phase => task.Phases is not { Count: > 0 } names || names.Contains(phase.Name, StringComparer.Ordinal));
        return from doer in doers from phase in named select Judge(new(action.No, doer.Unit, phase.Name, task.No), doer, phase, task);
    }

    private (string Field, string Note)? Wrong(PlanTask task)
    {
        if ((task.Cooperating ?? []).Index().FirstOrDefault(unit => !known.ContainsKey(unit.Item)) is { Item: { } unit } at)
            return ($"/cooperating/{at.Index}", $"配合单位“{unit}”没有登记。");
        if ((task.Phases ?? []).Index().FirstOrDefault(phase => !phases.Contains(phase.Item)) is { Item: { } phase } place)
            return ($"/phases/{place.Index}", $"方案中没有“{phase}”这个阶段。");
        return task.Guarantor is { } post && !posts.Contains(post) ? ("/guarantor", $"没有登记“{post}”这个职务。") : null;
    }

    private IEnumerable<Doer> Doers(IReadOnlyList<string> codes, Func<int, string> pointer, bool allCommunities, string parent)
    {
        var named = codes.Index().GroupBy(unit => unit.Item, StringComparer.Ordinal)
            .Select(unit => new Doer(unit.Key, pointer(unit.First().Index), unit.Count() > 1));
        if (!allCommunities) return named;
        var committees = units.Where(unit => unit.Category == Unit.CommunityCommittee && !codes.Contains(unit.Code, StringComparer.Ordinal))
            .Select(unit => new Doer(unit.Code, $"{parent}/allCommunities", Twice: false))
            .DefaultIfEmpty(new Doer("", $"{parent}/allCommunities", Twice: false));
        return named.Concat(committees);
    }

    private ReadItem Judge(PlanItem item, Doer doer, PlanPhase? phase, PlanTask? task = null)
    {
        var (outcome, note) = Judge(doer, phase, task);
        return new(item, doer.Pointer, outcome, note);
    }

    private (RowOutcome, string?) Judge(Doer doer, PlanPhase? phase, PlanTask? task)
    {
        if (doer.Unit.Length == 0) return (RowOutcome.Refused, "本街道尚未登记居委会。");
        if (!known.TryGetValue(doer.Unit, out var unit)) return (RowOutcome.Refused, OrganisationRules.UnitUnknown.Detail);
        if (phase is not null && (unit.From > phase.To || unit.Until < phase.From))
            return (RowOutcome.Questionable, "该单位在此阶段不参加创建，任务仍会下达。");
        if (doer.Twice) return (RowOutcome.Questionable, "该单位在此行动中重复列出，只下达一次。");
        if (task is { Kind: AssignmentKind.Archive, Items: null or { Count: 0 } })
            return (RowOutcome.Questionable, "档案任务没有列出条目，无法核对是否齐全。");
        return (RowOutcome.Understood, null);
    }

    private sealed record Doer(string Unit, string Pointer, bool Twice);
}
