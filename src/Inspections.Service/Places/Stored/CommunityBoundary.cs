namespace Campaign.Inspections.Places.Stored;

/// <summary><see cref="Places.CommunityBoundary"/> as events keep it.</summary>
internal sealed record CommunityBoundary(string Community, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Polygons)
{
    public static CommunityBoundary Of(Places.CommunityBoundary boundary) => new(boundary.Community, boundary.Polygons);

    public Places.CommunityBoundary ToCommunityBoundary() => new(Community, Polygons);
}
