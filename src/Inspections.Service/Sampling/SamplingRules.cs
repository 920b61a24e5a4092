using Campaign.EventStore;

namespace Campaign.Inspections.Sampling;

internal static class SamplingRules
{
    public static readonly Refusal NotFound = new("sampling-plan-not-found", "没有这个抽样方案。", RefusalKind.NotFound);
    public static readonly Refusal CitySizeUnknown =
        new("city-size-unknown", "方案没有规定这种城市规模的最少样本数。", RefusalKind.Invalid, "/citySize");
    public static readonly Refusal CitySizeRepeated = new("city-size-repeated", "同一城市规模写了两次。", RefusalKind.Invalid, "/minimums");
    public static readonly Refusal VenueTypeRepeated = new("venue-type-repeated", "同一城市规模下场所类型重复。", RefusalKind.Invalid, "/split");
    public static readonly Refusal SplitUnknown = new("split-unknown", "场所类型所属的城市规模没有规定最少样本数。", RefusalKind.Invalid, "/split");
    public static readonly Refusal SplitBelowMinimum = new("split-below-minimum", "各类场所样本数之和低于最少样本数。", RefusalKind.Invalid, "/split");
}
