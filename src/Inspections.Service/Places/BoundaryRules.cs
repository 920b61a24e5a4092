using Campaign.EventStore;

namespace Campaign.Inspections.Places;

internal static class BoundaryRules
{
    public static readonly Refusal CommunityUnknown = new("community-unknown", "本街道没有登记这个社区。", RefusalKind.Invalid);
    public static readonly Refusal CommunityRepeated = new("community-repeated", "同一社区的边界只能出现一次。", RefusalKind.Invalid);
    public static readonly Refusal GeometryNotTaken = new(
        "geometry-not-taken", "边界须为 Polygon 或 MultiPolygon，坐标为数组形式的经度、纬度。", RefusalKind.Invalid);
    public static readonly Refusal RingTooShort = new("ring-too-short", "每个环至少有四个点，首尾相同。", RefusalKind.Invalid);
    public static readonly Refusal RingOpen = new("ring-open", "边界的环没有闭合，最后一点须与第一点相同。", RefusalKind.Invalid);
    public static readonly Refusal NotOnEarth = new("coordinates-out-of-range", "经度须在 ±180 以内，纬度须在 ±90 以内。", RefusalKind.Invalid);

    public static Refusal TooManyPoints(int max) => new("too-many-points", $"边界的点数不能超过 {max} 个，请先简化。", RefusalKind.Invalid, "/features");
}
