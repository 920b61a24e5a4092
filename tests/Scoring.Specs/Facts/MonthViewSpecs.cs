using Campaign.Scoring.Inspections;
using Campaign.Scoring.Subjects;

namespace Campaign.Scoring.Specs.Facts;

public sealed class MonthViewSpecs
{
    private static readonly InspectionScored Inspection = new(2, "A", "日常检查", new DateOnly(2024, 9, 2), 90, "sheet-1", 1, null);

    [Fact]
    public void The_newest_version_of_an_inspection_counts()
    {
        var id = Guid.CreateVersion7();
        InspectionFact[] versions =
            [InspectionFact.Of(id, id, Inspection with { SourceVersion = 4, Score = 91 }), InspectionFact.Of(id, id, Inspection)];
        var september = MonthOfFile.September;
        september.Compute(september.Facts with { Subjects = [MonthStory.Subject("A")], Inspections = versions }).Scorecards.Single(
            ).Score.ShouldBe(91);
    }
}
