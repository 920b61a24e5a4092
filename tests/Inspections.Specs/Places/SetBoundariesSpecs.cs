using Campaign.Inspections.Places;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Places;

public sealed class SetBoundariesSpecs
{
    private static readonly CommunityBoundary Square = new("1", [[[117, 33, 118, 33, 118, 34, 117, 34, 117, 33]]]);
    private static readonly SetBoundaries Set = new([Square], CoordinateSystem.Wgs84, Morning);

    [Fact]
    public void The_same_boundaries_change_nothing() => new Scenario<StreetBoundaries>([]).When(Set.Decide)
        .Then(new BoundariesSet([Campaign.Inspections.Places.Stored.CommunityBoundary.Of(Square)], CoordinateSystem.Wgs84, Morning))
        .AndAgainNothing();

    [Fact]
    public void No_boundaries_where_there_are_none_change_nothing() =>
        new Scenario<StreetBoundaries>([]).When((Set with { Communities = [] }).Decide).ThenNothing();
}
