using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Points;

namespace Campaign.Tasks.Plans;

/// <summary>One item of a document, and what a person should know of it.</summary>
/// <param name="Pointer">Where in the document it comes from.</param>
internal sealed record ReadItem(PlanItem Item, string Pointer, RowOutcome Outcome, string? Note = null);

/// <summary>Reads a document item by item against the register. Pure; takes nothing.</summary>
internal sealed class PlanReading(
    PlanDocument document, IReadOnlyList<UnitRow> units, IReadOnlySet<string> posts, IReadOnlyList<KnownPoint> points,
    AssignmentKinds kinds)
{
    private readonly UnitNameResolver names = new(units, []);
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
        var shares = Shares(task, pointer);
        if (task.Due is not null)
        {
            return shares.Select(
                share => Judge(new(action.No, share.Doer.Unit, "", task.No, Point: share.Point), share.Doer, phase: null, task));
        }
        var named = document.Phases.Where(
            phase => task.Phases is not { Count: > 0 } names || names.Contains(phase.Name, StringComparer.Ordinal));
        return from share in shares
               from phase in named
               select Judge(new(action.No, share.Doer.Unit, phase.Name, task.No, Point: share.Point), share.Doer, phase, task);
    }

    /// <summary>Who does it; of named points the lead prepares each, and every committee those of its community.</summary>
    private IEnumerable<(Doer Doer, string? Point)> Shares(PlanTask task, string pointer)
    {
        string[] lead = task.Lead is null ? [] : [task.Lead];
        var doers = Doers(lead, _ => $"{pointer}/lead", task.AllCommunities, pointer);
        if (task.Points is not { Count: > 0 } named) return doers.Select(doer => (doer, (string?)null));
        return from doer in doers
               from point in named.Select(PointOf).OfType<KnownPoint>().DistinctBy(point => point.Code, StringComparer.Ordinal)
               where doer.Unit == task.Lead || known.GetValueOrDefault(doer.Unit)?.Community == point.Community
               select (doer, (string?)point.Code);
    }

    private KnownPoint? PointOf(string name) =>
        points.FirstOrDefault(point => point.Code == name)
        ?? (points.Where(point => point.Name == name).ToList() is [var only] ? only : null);

    private (string Field, string Note)? Wrong(PlanTask task)
    {
        if ((task.Cooperating ?? []).Index().FirstOrDefault(unit => !known.ContainsKey(unit.Item)) is { Item: { } unit } at)
            return ($"/cooperating/{at.Index}", names.Unit(unit).Problem!);
        if ((task.Phases ?? []).Index().FirstOrDefault(phase => !phases.Contains(phase.Item)) is { Item: { } phase } place)
            return ($"/phases/{place.Index}", $"方案中没有“{phase}”这个阶段。");
        foreach (var (index, name) in (task.Points ?? []).Index())
        {
            if (PointOf(name) is not { } point) return ($"/points/{index}", $"没有登记“{name}”这个点位。");
            if (task.Lead is null && !Committees([]).Any(unit => unit.Community == point.Community))
                return ($"/points/{index}", $"点位“{name}”所在社区没有登记居委会。");
        }
        return task.Guarantor is { } post && !posts.Contains(post) ? ("/guarantor", $"没有登记“{post}”这个职务。") : null;
    }

    private IEnumerable<Doer> Doers(IReadOnlyList<string> codes, Func<int, string> pointer, bool allCommunities, string parent)
    {
        var named = codes.Index().GroupBy(unit => unit.Item, StringComparer.Ordinal)
            .Select(unit => new Doer(unit.Key, pointer(unit.First().Index), unit.Count() > 1));
        if (!allCommunities) return named;
        var committees = Committees(codes).Select(unit => new Doer(unit.Code, $"{parent}/allCommunities", Twice: false))
            .DefaultIfEmpty(new Doer("", $"{parent}/allCommunities", Twice: false));
        return named.Concat(committees);
    }

    private IEnumerable<UnitRow> Committees(IReadOnlyList<string> but) =>
        units.Where(unit => unit.Category == Unit.CommunityCommittee && !but.Contains(unit.Code, StringComparer.Ordinal));

    private ReadItem Judge(PlanItem item, Doer doer, PlanPhase? phase, PlanTask? task = null)
    {
        var (outcome, note) = Judge(doer, phase, task);
        return new(item, doer.Pointer, outcome, note);
    }

    private (RowOutcome, string?) Judge(Doer doer, PlanPhase? phase, PlanTask? task)
    {
        if (doer.Unit.Length == 0) return (RowOutcome.Refused, "本街道尚未登记居委会。");
        if (!known.TryGetValue(doer.Unit, out var unit)) return (RowOutcome.Refused, names.Unit(doer.Unit).Problem);
        if (phase is not null && (unit.From > phase.To || unit.Until < phase.From))
            return (RowOutcome.Questionable, "该单位在此阶段不参加创建，任务仍会下达。");
        if (doer.Twice) return (RowOutcome.Questionable, "该单位在此行动中重复列出，只下达一次。");
        if (task is null || kinds.Of(task.Kind).InPlans is not { } terms) return (RowOutcome.Understood, null);
        if (terms.AsksForPoints && task.Points is not { Count: > 0 } && unit.Community is null)
            return (RowOutcome.Questionable, "没有写明点位，该单位也没有登记所属社区，任务不对应点位。");
        return terms.QuestionAbout(task.Items ?? []) is { } question ? (RowOutcome.Questionable, question) : (RowOutcome.Understood, null);
    }

    private sealed record Doer(string Unit, string Pointer, bool Twice);
}
