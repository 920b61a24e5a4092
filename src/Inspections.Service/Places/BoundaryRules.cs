using System.Globalization;
using Campaign.EventStore;
using NetTopologySuite.Operation.Valid;

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

    /// <param name="longitude">Where it was found, as it was given.</param>
    public static Refusal ShapeInvalid(TopologyValidationErrors error, double longitude, double latitude) => new(
        "shape-invalid",
        string.Create(CultureInfo.InvariantCulture, $"{Words(error)}，约在经度 {longitude:0.######}、纬度 {latitude:0.######} 处，请改正后重新提交。"),
        RefusalKind.Invalid);

    private static string Words(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => "边界线与自身相交或相接",
        TopologyValidationErrors.HoleOutsideShell => "孔洞不在外环之内",
        TopologyValidationErrors.NestedHoles => "一个孔洞在另一个孔洞之内",
        TopologyValidationErrors.NestedShells => "一块边界在另一块之内",
        TopologyValidationErrors.DuplicateRings => "同一个环出现了两次",
        TopologyValidationErrors.DisconnectedInteriors => "孔洞把边界内部隔成了几块",
        _ => "边界围不成一块区域",
    };

    public static Refusal TooManyPoints(int max) => new("too-many-points", $"边界的点数不能超过 {max} 个，请先简化。", RefusalKind.Invalid, "/features");
}
