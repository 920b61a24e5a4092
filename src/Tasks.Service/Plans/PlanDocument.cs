using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Plans;

/// <summary>工作方案 as its document says it; it is kept with units and posts by their codes.</summary>
/// <param name="MissingAnnexes">Annexes the document names and nobody has; kept as open references.</param>
/// <param name="HeadCountBands">人数档: how many people an office of a size sends. Kept as the
/// document has them, checked for gaps and overlaps.</param>
internal sealed record PlanDocument(
    string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn,
    IReadOnlyList<PlanPhase> Phases, IReadOnlyList<PlanAction> Actions, IReadOnlyList<string>? MissingAnnexes,
    IReadOnlyList<HeadCountBand>? HeadCountBands = null)
{
    public string Title { get; init; } = NameText.Clean(Title)!;

    public string Issuer { get; init; } = NameText.Clean(Issuer)!;

    public bool SameAs(PlanDocument other) => StoredJson.Same(this, other);

    /// <summary>Units and posts by their codes; a name that nobody has stays, for whoever reads it to refuse.</summary>
    public PlanDocument ByCodes(UnitNameResolver names) => this with { Actions = [.. Actions.Select(action => action.ByCodes(names))] };
}

/// <summary>阶段, both days included.</summary>
internal sealed record PlanPhase(string Name, DateOnly From, DateOnly To)
{
    public string Name { get; init; } = NameText.Clean(Name)!;
}

/// <summary>提升行动. Without tasks it is itself the work of each of its units, in each phase.</summary>
/// <param name="AllCommunities">Every 居委会 of the street takes part, beside the units.</param>
internal sealed record PlanAction(
    int No, string Name, IReadOnlyList<string>? Units, bool AllCommunities, IReadOnlyList<string>? Measures,
    IReadOnlyList<PlanTask>? Tasks = null)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    public PlanAction ByCodes(UnitNameResolver names) => this with
    {
        Units = Units is null ? null : [.. Units.Select(names.CodeOr)],
        Tasks = Tasks is null ? null : [.. Tasks.Select(task => task.ByCodes(names))],
    };
}

/// <summary>One piece of work below an action: an assignment for its lead, in each of its phases or until its own deadline.</summary>
/// <param name="Lead">牵头单位; may be left out when it is for all communities.</param>
/// <param name="Cooperating">配合单位.</param>
/// <param name="AllCommunities">Every 居委会 of the street gets an assignment of its own.</param>
/// <param name="Phases">Names of phases; all of them when left out and there is no deadline.</param>
/// <param name="Due">The deadline, where it is not the end of a phase.</param>
/// <param name="Guarantor">Post of the guarantor leader who reviews it.</param>
/// <param name="Items">What has to be there: the items of an archive; of a point what it needs beside its five parts.</param>
/// <param name="Points">点位, by code or name, each an assignment of its own; left out, each unit prepares that of its community.</param>
internal sealed record PlanTask(
    int No, string Title, string? Lead, IReadOnlyList<string>? Cooperating = null, bool AllCommunities = false,
    IReadOnlyList<string>? Phases = null,
    DateTimeOffset? Due = null, AssignmentKind? Kind = null, string? Guarantor = null, IReadOnlyList<string>? Items = null,
    IReadOnlyList<string>? Points = null)
{
    public string Title { get; init; } = NameText.Clean(Title)!;

    /// <summary>Two names may turn out to be one unit, which helps neither twice nor itself.</summary>
    public PlanTask ByCodes(UnitNameResolver names)
    {
        var lead = Lead is null ? null : names.CodeOr(Lead);
        return this with
        {
            Lead = lead,
            Cooperating = Cooperating is null
                ? null
                : [.. Cooperating.Select(names.CodeOr).Where(unit => unit != lead).Distinct(StringComparer.Ordinal)],
            Guarantor = Guarantor is null ? null : names.Post(Guarantor).Code ?? Guarantor,
        };
    }
}
