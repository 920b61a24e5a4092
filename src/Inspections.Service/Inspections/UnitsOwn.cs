using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Inspections;

/// <summary>
/// 自查 by the unit itself and 交叉检查 by the unit that was named: filled by its officers, and kept apart from what the street scores. No other
/// service is told of it, no figure counts it, and what was found stays on the sheet until an office makes a case of it.
/// </summary>
internal static class UnitsOwn
{
    /// <summary>Null where the caller may act on it: whoever is held to no units, and the officer of the unit that inspects.</summary>
    public static Refusal? RefusedTo(Caller caller, InspectionKind kind, string subject, string? by) => caller.HeldToUnits is not { } units
        || kind switch
        {
            InspectionKind.Self => units.Contains(subject, StringComparer.Ordinal),
            InspectionKind.Cross => by is not null && units.Contains(by, StringComparer.Ordinal),
            _ => false,
        } ? null : InspectionRules.NotYourInspection;

    /// <summary>The same decision where the caller may act on the inspection.</summary>
    public static Func<Inspection, Decision> For(this Func<Inspection, Decision> decide, Caller caller) => inspection =>
        caller.HeldToUnits is null ? decide(inspection) : inspection switch
        {
            { Status: InspectionStatus.None } => InspectionRules.NotFound,
            // What the street's own inspector has begun is his.
            { Status: InspectionStatus.Started or InspectionStatus.Submitted or InspectionStatus.Confirmed, ByUnit: false } =>
                InspectionRules.NotYourInspection,
            { Plan: { } plan, Status: InspectionStatus.Planned } =>
                RefusedTo(caller, plan.Kind, plan.Subject, plan.By) is { } refused ? refused : decide(inspection),
            _ => RefusedTo(caller, inspection.Kind, inspection.Subject, inspection.By) is { } refused ? refused : decide(inspection),
        };
}
