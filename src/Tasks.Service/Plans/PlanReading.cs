using System.Text.Json.Serialization;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Plans;

internal enum RowOutcome
{
    Understood,

    /// <summary>Taken, but a person should look at it.</summary>
    Questionable,

    Refused,

    /// <summary>Issued by an earlier import.</summary>
    Unchanged,
}

/// <summary>What the import made of one action × unit × phase.</summary>
/// <param name="Note">What a person should look at.</param>
/// <param name="Pointer">Where in the document it comes from.</param>
internal sealed record PlanRow(int Action, string Unit, string Phase, RowOutcome Outcome, string? Note, [property: JsonIgnore] string Pointer)
{
    [JsonIgnore]
    public PlanItem Item => new(Action, Unit, Phase);
}

/// <summary>Reads a plan row by row. Pure; takes nothing.</summary>
internal sealed class PlanReading(PlanDocument document, IReadOnlyList<UnitRow> units, Plan plan)
{
    private readonly Dictionary<string, UnitRow> known = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);

    public IReadOnlyList<PlanRow> Rows() =>
        [.. document.Actions.SelectMany((action, index) => Doers(action, index).SelectMany(doer => document.Phases.Select(phase => Row(action, doer, phase))))];

    private IEnumerable<Doer> Doers(PlanAction action, int index)
    {
        var named = action.Units.Index().GroupBy(unit => unit.Item, StringComparer.Ordinal)
            .Select(unit => new Doer(unit.Key, $"/actions/{index}/units/{unit.First().Index}", unit.Count() > 1));
        if (!action.AllCommunities) return named;
        var committees = units.Where(unit => unit.Category == Unit.CommunityCommittee && !action.Units.Contains(unit.Code, StringComparer.Ordinal))
            .Select(unit => new Doer(unit.Code, $"/actions/{index}/allCommunities", Twice: false)).DefaultIfEmpty(Doer.NoCommittee(index));
        return named.Concat(committees);
    }

    private PlanRow Row(PlanAction action, Doer doer, PlanPhase phase)
    {
        var (outcome, note) = Judge(action, doer, phase);
        return new(action.No, doer.Unit, phase.Name, outcome, note, doer.Pointer);
    }

    private (RowOutcome, string?) Judge(PlanAction action, Doer doer, PlanPhase phase)
    {
        if (doer.Unit.Length == 0) return (RowOutcome.Refused, "本街道尚未登记居委会。");
        if (!known.TryGetValue(doer.Unit, out var unit)) return (RowOutcome.Refused, OrganisationRules.UnitUnknown.Detail);
        if (plan.Items.Contains(new(action.No, doer.Unit, phase.Name))) return (RowOutcome.Unchanged, null);
        if (unit.From > phase.To || unit.Until < phase.From) return (RowOutcome.Questionable, "该单位在此阶段不参加创建，任务仍会下达。");
        if (doer.Twice) return (RowOutcome.Questionable, "该单位在此行动中重复列出，只下达一次。");
        return (RowOutcome.Understood, document.IsOver(phase) ? "阶段在发文前已结束，按已结束导入。" : null);
    }

    private sealed record Doer(string Unit, string Pointer, bool Twice)
    {
        public static Doer NoCommittee(int action) => new("", $"/actions/{action}/allCommunities", Twice: false);
    }
}
