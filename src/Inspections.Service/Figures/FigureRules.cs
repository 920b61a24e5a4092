using Campaign.EventStore;

namespace Campaign.Inspections.Figures;

internal static class FigureRules
{
    public static readonly Refusal GroupingUnknown = new(
        "grouping-unknown", "只能按 none、street、community、unit、category、group 分组。", RefusalKind.Invalid, "/by");
}
