using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Plans.Stored;

/// <summary><see cref="Plans.PlanDocument"/> as events keep it, with all that it is made of.</summary>
internal sealed record PlanDocument(
    string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn, IReadOnlyList<PlanPhase> Phases,
    IReadOnlyList<PlanAction> Actions, IReadOnlyList<string>? MissingAnnexes, IReadOnlyList<HeadCountBand>? HeadCountBands = null)
{
    public static PlanDocument Of(Plans.PlanDocument document) => new(
        document.DocumentNumber, document.Title, document.Issuer, document.IssuedOn, [.. document.Phases.Select(PlanPhase.Of)],
        [.. document.Actions.Select(PlanAction.Of)], document.MissingAnnexes,
        document.HeadCountBands is null ? null : [.. document.HeadCountBands.Select(HeadCountBand.Of)]);

    public Plans.PlanDocument ToPlanDocument() => new(
        DocumentNumber, Title, Issuer, IssuedOn, [.. Phases.Select(phase => phase.ToPlanPhase())],
        [.. Actions.Select(action => action.ToPlanAction())], MissingAnnexes,
        HeadCountBands is null ? null : [.. HeadCountBands.Select(band => band.ToHeadCountBand())]);
}

internal sealed record PlanPhase(string Name, DateOnly From, DateOnly To)
{
    public static PlanPhase Of(Plans.PlanPhase phase) => new(phase.Name, phase.From, phase.To);

    public Plans.PlanPhase ToPlanPhase() => new(Name, From, To);
}

internal sealed record PlanAction(
    int No, string Name, IReadOnlyList<string>? Units, bool AllCommunities, IReadOnlyList<string>? Measures,
    IReadOnlyList<PlanTask>? Tasks = null)
{
    public static PlanAction Of(Plans.PlanAction action) => new(
        action.No, action.Name, action.Units, action.AllCommunities, action.Measures,
        action.Tasks is null ? null : [.. action.Tasks.Select(PlanTask.Of)]);

    public Plans.PlanAction ToPlanAction() => new(
        No, Name, Units, AllCommunities, Measures, Tasks is null ? null : [.. Tasks.Select(task => task.ToPlanTask())]);
}

internal sealed record PlanTask(
    int No, string Title, string? Lead, IReadOnlyList<string>? Cooperating = null, bool AllCommunities = false,
    IReadOnlyList<string>? Phases = null, DateTimeOffset? Due = null, AssignmentKind? Kind = null, string? Guarantor = null,
    IReadOnlyList<string>? Items = null, IReadOnlyList<string>? Points = null)
{
    public static PlanTask Of(Plans.PlanTask task) => new(
        task.No, task.Title, task.Lead, task.Cooperating, task.AllCommunities, task.Phases, task.Due, task.Kind, task.Guarantor,
        task.Items, task.Points);

    public Plans.PlanTask ToPlanTask() => new(No, Title, Lead, Cooperating, AllCommunities, Phases, Due, Kind, Guarantor, Items, Points);
}

internal sealed record HeadCountBand(int? From, int? To, int People)
{
    public static HeadCountBand Of(Plans.HeadCountBand band) => new(band.From, band.To, band.People);

    public Plans.HeadCountBand ToHeadCountBand() => new(From, To, People);
}
