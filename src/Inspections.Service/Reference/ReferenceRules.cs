using Campaign.EventStore;

namespace Campaign.Inspections.Reference;

internal static class ReferenceRules
{
    public static readonly Refusal StreetUnknown = new("street-unknown", "该街道尚未登记参加创建工作。", RefusalKind.NotFound);
    public static readonly Refusal UnitUnknown = new("unit-unknown", "本街道没有这个单位。", RefusalKind.Invalid);
}
