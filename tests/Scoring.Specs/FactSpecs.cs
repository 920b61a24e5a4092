using Campaign.EventStore;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inbox;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.ScoreCache;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs;

public sealed class FactSpecs
{
    private static readonly CaseRecorded CaseOpened = new(1, "990101001-2024-000001", At(1));
    private static readonly CaseStruckOff Done = new(5, "990101001-2024-000001", 1, "A", At(5), At(4));
    private static readonly InspectionTaken Inspection = new(2, "A", "日常检查", new DateOnly(2024, 9, 2), 90, "sheet-1", 1, null);
    private static readonly SubjectRegistered Subject = new(3, "A", "广场社区", "居委会", new DateOnly(2024, 1, 1), null);

    [Fact]
    public void A_fact_is_kept_though_earlier_ones_are_still_on_their_way() =>
        new Scenario<IngestedFacts>([Done]).When(new IngestFact(CaseOpened).Decide).Then(CaseOpened).AndAgainNothing();

    [Fact]
    public void The_same_fact_twice_is_one() => new Scenario<IngestedFacts>([CaseOpened, Done]).When(new IngestFact(Done with { }).Decide).ThenNothing();

    [Fact]
    public void An_inspection_is_kept_once_a_version() =>
        new Scenario<IngestedFacts>([Inspection]).When(new IngestFact(Inspection with { SourceVersion = 4, Score = 91 }).Decide)
            .Then(Inspection with { SourceVersion = 4, Score = 91 }).AndAgainNothing();

    [Fact]
    public void That_a_visit_was_begun_is_kept_though_its_score_is_known()
    {
        InspectionBegun begun = new(1, "A", "日常检查", new DateOnly(2024, 9, 2));
        new Scenario<IngestedFacts>([Inspection]).When(new IngestFact(begun).Decide).Then(begun).AndAgainNothing();
        new Scenario<IngestedFacts>([begun]).When(new IngestFact(new InspectionHandedIn(2)).Decide).Then(new InspectionHandedIn(2)).AndAgainNothing();
    }

    [Theory]
    [InlineData(typeof(InspectionBegun), false)]
    [InlineData(typeof(InspectionHandedIn), false)]
    [InlineData(typeof(InspectionTaken), true)]
    public void An_open_month_is_computed_again_for_a_score_only(Type fact, bool again)
    {
        var sql = new SqlBatch();
        new StreetChangeProjection().Project(new StreamEvent(new StreamId("990101001", Guid.Empty), 1, Guid.Empty, Samples.Of(fact), EventMetadata.None), sql);
        sql.IsEmpty.ShouldBe(!again);
    }

    [Fact]
    public void The_newest_version_of_an_inspection_counts()
    {
        var id = Guid.CreateVersion7();
        InspectionFact[] versions = [InspectionFact.Of(id, id, Inspection with { SourceVersion = 4, Score = 91 }), InspectionFact.Of(id, id, Inspection)];
        var september = MonthOfFile.September;
        september.Compute(september.Facts with { Subjects = [MonthStory.Subject("A")], Inspections = versions }).Scorecards.Single().Score.ShouldBe(91);
    }

    [Fact]
    public void What_a_subject_was_called_before_comes_too_late() =>
        new Scenario<Registration>([Subject]).When(new Register(Subject with { SourceVersion = 2, Name = "旧名" }).Decide).ThenNothing();

    [Fact]
    public void A_subject_is_as_it_was_told_last() =>
        new Scenario<Registration>([Subject]).When(new Register(Subject with { SourceVersion = 4, Name = "新名" }).Decide)
            .Then(Subject with { SourceVersion = 4, Name = "新名" }).AndAgainNothing();

    [Fact]
    public void A_commendation_entered_again_is_the_same() =>
        new Scenario<CommendationState>([]).When(new GrantCommendation("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(16)).Decide)
            .Then(new CommendationGranted("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(16))).AndAgainNothing();

    [Fact]
    public void A_veto_entered_again_later_is_the_same() =>
        new Scenario<VetoState>([new VetoRaised("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(16))])
            .When(new RaiseVeto("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(20)).Decide).ThenNothing();

    [Fact]
    public void A_veto_with_other_words_is_put_right() =>
        new Scenario<VetoState>([new VetoRaised("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(16))])
            .When(new RaiseVeto("1", "A", HonourScope.Month, "2024-09", "媒体曝光", At(20)).Decide)
            .Then(new VetoRaised("1", "A", HonourScope.Month, "2024-09", "媒体曝光", At(20))).AndAgainNothing();
}
