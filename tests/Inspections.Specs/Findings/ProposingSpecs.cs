using Campaign.Inspections.Findings;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class ProposingSpecs
{
    private const string OtherNumber = "990101001-2024-000002";

    [Fact]
    public void The_nearest_of_each_kind_is_proposed()
    {
        Neighbour[] near = [
            At(3, FindingStatus.StruckOff), At(5.126, FindingStatus.Routed), At(6, FindingStatus.Recorded), At(7, FindingStatus.StruckOff)];
        var proposed = Proposing.From(near, Morning).ToList();
        proposed.Select(Json.Of).ShouldBe(new object[]
        {
            new DuplicateProposed(near[1].Id, near[1].CaseNumber, 5.13, Morning),
            new RelapseProposed(near[0].Id, near[0].CaseNumber, 3, Morning.AddDays(-1), Morning),
        }.Select(Json.Of));
    }

    private static Neighbour At(double metres, FindingStatus status) =>
        new(Guid.CreateVersion7(), OtherNumber, status, metres, status is FindingStatus.StruckOff ? Morning.AddDays(-1) : null);
}
