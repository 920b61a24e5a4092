using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class FindingRoundsSpecs
{
    [Fact]
    public void Each_round_has_its_unit_its_deadline_and_its_photos()
    {
        string[] now = [new('d', 64)], later = [new('e', 64)];
        var rounds = FindingRounds.Of(
        [
            Recorded, Routed, Overdue, Reported, Rejected, Reported, StruckOff,
            Relapsed with { Photos = now }, Routed with { Round = 2, Unit = AnotherUnit, Due = Due.AddDays(9) },
            Reported with { Round = 2, Photos = later },
        ]);

        rounds.Count.ShouldBe(2);
        rounds[0].ShouldSatisfyAllConditions(
            r => r.Unit.ShouldBe(Unit), r => r.Overdue.ShouldBeTrue(), r => r.Rejections.ShouldBe(1), r => r.Reason.ShouldBeNull(),
            r => r.BeforePhotos.ShouldBe(Before), r => r.AfterPhotos.ShouldBe(After), r => r.StruckOffAt.ShouldBe(StruckOff.At));
        rounds[1].ShouldSatisfyAllConditions(
            r => r.Round.ShouldBe(2), r => r.Unit.ShouldBe(AnotherUnit), r => r.Due.ShouldBe(Due.AddDays(9)),
            r => r.Overdue.ShouldBeFalse(),
            r => r.BeforePhotos.ShouldBe(now), r => r.AfterPhotos.ShouldBe(later), r => r.StruckOffAt.ShouldBeNull());
    }
}
