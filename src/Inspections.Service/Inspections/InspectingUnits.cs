using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Inspections;

internal static class InspectingUnits
{
    /// <summary>A refusal that points at the one of the two which the street does not have.</summary>
    public static async Task<Refusal?> Missing(
        this KnownUnits units, string street, string subject, string? by, CancellationToken cancellation)
    {
        var known = await units.All(street, cancellation);
        if (!known.Contains(subject)) return ReferenceRules.UnitUnknown with { Pointer = "/subject" };
        return by is null || known.Contains(by) ? null : ReferenceRules.UnitUnknown with { Pointer = "/by" };
    }

    /// <summary>Why a unit is not scored by a sheet on a day: it is of another category, or does not take part then.</summary>
    public static async Task<Refusal?> Unfit(
        this KnownUnits units, string street, string subject, DateOnly date, SheetVersion? sheet, CancellationToken cancellation) =>
        (await units.Find(street, subject, cancellation))?.Unfit(date, sheet);

    public static Refusal? Unfit(this KnownUnit unit, DateOnly date, SheetVersion? sheet)
    {
        if (date < unit.From) return InspectionRules.BeforeJoining(unit.From);
        if (date > unit.Until) return InspectionRules.AfterLeaving(unit.Until.Value);
        return unit.Category is null || sheet is null || sheet.Category == unit.Category
            ? null
            : InspectionRules.SheetOfOthers(sheet.Category, unit.Category);
    }
}
