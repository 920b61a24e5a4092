using Campaign.Scoring.Findings;
using Campaign.Scoring.Inbox;
using Campaign.Scoring.Inspections;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Inbox;

public sealed class IngestFactSpecs
{
    private static readonly FindingRecorded CaseOpened = new(1, "990101001-2024-000001", At(1));
    private static readonly FindingStruckOff Done = new(5, "990101001-2024-000001", 1, "A", At(5), At(4));
    private static readonly InspectionScored Inspection = new(2, "A", "日常检查", new DateOnly(2024, 9, 2), 90, "sheet-1", 1, null);

    [Fact]
    public void A_fact_is_kept_though_earlier_ones_are_still_on_their_way() =>
        new Scenario<IngestedFacts>([Done]).When(new IngestFact(CaseOpened).Decide).Then(CaseOpened).AndAgainNothing();

    [Fact]
    public void The_same_fact_twice_is_one() =>
        new Scenario<IngestedFacts>([CaseOpened, Done]).When(new IngestFact(Done with { }).Decide).ThenNothing();

    [Fact]
    public void An_inspection_is_kept_once_a_version() =>
        new Scenario<IngestedFacts>([Inspection]).When(new IngestFact(Inspection with { SourceVersion = 4, Score = 91 }).Decide)
            .Then(Inspection with { SourceVersion = 4, Score = 91 }).AndAgainNothing();

    [Fact]
    public void That_a_visit_was_begun_is_kept_though_its_score_is_known()
    {
        InspectionStarted begun = new(1, "A", "日常检查", new DateOnly(2024, 9, 2));
        new Scenario<IngestedFacts>([Inspection]).When(new IngestFact(begun).Decide).Then(begun).AndAgainNothing();
        new Scenario<IngestedFacts>([begun]).When(new IngestFact(new InspectionSubmitted(2)).Decide).Then(new InspectionSubmitted(2))
            .AndAgainNothing();
    }
}
