using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Reference.Stored;

/// <summary><see cref="Reference.FindingCategory"/> as events keep it, with all that it is made of.</summary>
internal sealed record FindingCategory(
    string Code, string Name, string? Limit, string? Chapter, string? UsualUnit, string? OpeningCriterion = null,
    string? ClosingCriterion = null, Severity? Severity = null, IReadOnlyList<ForeignCode>? Crosswalk = null,
    string? Group = null)
{
    public static FindingCategory Of(Reference.FindingCategory category) => new(
        category.Code, category.Name, category.Limit, category.Chapter, category.UsualUnit, category.OpeningCriterion,
        category.ClosingCriterion, category.Severity, category.Crosswalk is null ? null : [.. category.Crosswalk.Select(ForeignCode.Of)],
        category.Group);

    public Reference.FindingCategory ToFindingCategory() => new(
        Code, Name, Limit, Chapter, UsualUnit, OpeningCriterion, ClosingCriterion, Severity,
        Crosswalk is null ? null : [.. Crosswalk.Select(code => code.ToForeignCode())], Group);
}

internal sealed record ForeignCode(string System, string Code, string? Name = null)
{
    public static ForeignCode Of(Reference.ForeignCode code) => new(code.System, code.Code, code.Name);

    public Reference.ForeignCode ToForeignCode() => new(System, Code, Name);
}
