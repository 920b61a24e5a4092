using Campaign.EventStore;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Vetoes;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs;

/// <summary>一票否决 and 表扬: entered, put right, taken back; never deleted.</summary>
public sealed class HonourSpecs
{
    private static readonly VetoRaised Raised =
        new("1", "A", HonourScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");
    private static readonly CommendationGranted Granted = new("1", "A", new DateOnly(2024, 9, 3), "区级通报表扬", At(3), "区创卫办〔2024〕8号", "office");

    [Fact]
    public void A_veto_names_its_ground_its_evidence_and_its_author() => Veto().When(Raise().Decide).Then(Raised).AndAgainNothing();

    [Fact]
    public void Another_account_that_says_the_same_changes_nothing() => Veto(Raised).When((Raise() with { By = "district" }).Decide).ThenNothing();

    [Fact]
    public void It_is_put_right_until_it_is_released()
    {
        var right = Raise() with { Scope = HonourScope.Year };
        Veto(Raised).When(right.Decide).Then(Raised with { Scope = HonourScope.Year });
        Veto(Raised, new VetoReleased("1", "整改到位", "office", At(9))).When(right.Decide).ThenRefused(VetoRules.Released);
    }

    [Fact]
    public void It_is_released_with_a_reason_once() =>
        Veto(Raised).When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).Then(new VetoReleased("1", "整改到位", "office", At(9))).AndAgainNothing();

    [Fact]
    public void What_was_not_raised_is_not_released() => Veto().When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).ThenRefused(VetoRules.NotFound);

    [Fact]
    public void A_commendation_is_withdrawn_with_a_reason_once()
    {
        var withdraw = new WithdrawCommendation("1", "查实有误", "office", At(9));
        Commendation(Granted).When(withdraw.Decide).Then(new CommendationWithdrawn("1", "查实有误", "office", At(9))).AndAgainNothing();
        Commendation().When(withdraw.Decide).ThenRefused(CommendationRules.NotFound);
    }

    [Fact]
    public void A_withdrawn_commendation_stays_so()
    {
        var grant = new GrantCommendation("1", "A", Granted.Date, "市级通报表扬", At(3), Granted.Evidence, "office");
        Commendation(Granted, new CommendationWithdrawn("1", "查实有误", "office", At(9))).When(grant.Decide).ThenRefused(CommendationRules.Withdrawn);
    }

    [Fact]
    public void A_commendation_names_its_level_and_its_scope()
    {
        var grant = new GrantCommendation(
            "1", "A", Granted.Date, Granted.Reason, At(3), Granted.Evidence, "office", CommendationLevel.District, HonourScope.HalfYear);
        var granted = Granted with { Level = CommendationLevel.District, Scope = HonourScope.HalfYear };
        Commendation().When(grant.Decide).Then(granted).AndAgainNothing();
        Commendation(Granted).When(grant.Decide).Then(granted);
    }

    [Fact]
    public void One_that_was_entered_before_that_was_asked_is_of_its_month()
    {
        const string stored = """{"id":"1","subject":"A","date":"2024-09-03","reason":"通报表扬","at":"2024-09-03T12:00:00+08:00"}""";
        var old = StoredJson.Read<CommendationGranted>(stored);
        (old.Level, old.Scope).ShouldBe((null, HonourScope.Month));
        Commendation(old).When(new GrantCommendation("1", "A", old.Date, old.Reason, At(9)).Decide).ThenNothing();
    }

    [Theory]
    [InlineData(HonourScope.Month, 9, true)]
    [InlineData(HonourScope.Month, 10, false)]
    [InlineData(HonourScope.HalfYear, 12, true)]
    [InlineData(HonourScope.HalfYear, 8, false)]
    [InlineData(HonourScope.Year, 12, true)]
    [InlineData(HonourScope.Year, 1, false)]
    internal void A_commendation_shows_from_its_month_to_the_end_of_its_scope(HonourScope scope, int month, bool shown)
    {
        var card = Of("A").Commended("A", 3, scope: scope).Card("A", new(2024, month));
        card.Honours!.Commendations.Count.ShouldBe(shown ? 1 : 0);
    }

    [Fact]
    public void Its_points_are_given_once_in_the_month_of_its_date()
    {
        var story = Of("A").Inspected("A", 2, 90).Commended("A", 3, scope: HonourScope.Year);
        story.Card("A").Score.ShouldBe(91);
        story.Compute(new(2024, 10)).Scorecards.ShouldHaveSingleItem().Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(VetoGround.Veto, "一票否决，不参加评先")]
    [InlineData(VetoGround.Criticism, "通报批评，不参加评先")]
    [InlineData(VetoGround.Exposure, "媒体曝光，不参加评先")]
    [InlineData(null, "一票否决，不参加评先")]
    internal void The_ranking_names_the_ground_and_the_rank_that_is_kept(VetoGround? ground, string remark)
    {
        var result = SubjectResult.Of(Of("A").Inspected("A", 2, 90).Vetoed("A", HonourScope.Month, September, ground).Card("A"));
        (result.Remark, result.RankIfNotVetoed).ShouldBe((remark, 1));
    }

    [Fact]
    public void Several_are_named_once_each_and_counted()
    {
        var card = Of("A").Vetoed("A", HonourScope.Year, new(2024, 3), VetoGround.Exposure).Vetoed("A", HonourScope.Month, September, VetoGround.Criticism)
            .Commended("A", 20, CommendationLevel.District).Commended("A", 9, CommendationLevel.City).Commended("A", 21, CommendationLevel.District).Card("A");
        SubjectResult.Of(card).Remark.ShouldBe("媒体曝光、通报批评，不参加评先；受市级表扬、区级表扬2次");
    }

    [Fact]
    public void Without_any_there_is_no_remark() => SubjectResult.Of(Of("A").Card("A")).Remark.ShouldBeNull();

    private static RaiseVeto Raise() =>
        new("1", "A", HonourScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");

    private static Scenario<VetoState> Veto(params object[] history) => new(history);

    private static Scenario<CommendationState> Commendation(params object[] history) => new(history);
}
