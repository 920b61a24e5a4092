using Campaign.EventStore;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Commendations;

public sealed class GrantCommendationSpecs
{
    private static readonly CommendationGranted Granted = new(
        "1", "A", new DateOnly(2024, 9, 3), "区级通报表扬", At(3), "区创卫办〔2024〕8号", "office");

    [Fact]
    public void A_commendation_entered_again_is_the_same() =>
        new Scenario<HonourState>([]).When(new GrantCommendation("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(16)).Decide)
            .Then(new CommendationGranted("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(16))).AndAgainNothing();

    [Fact]
    public void A_commendation_of_a_day_to_come_is_refused()
    {
        new Scenario<HonourState>([]).When(new GrantCommendation("1", "A", new DateOnly(2024, 9, 16), "通报表扬", At(15)).Decide)
            .ThenRefused(CommendationRules.InFuture);
        new Scenario<HonourState>([]).When(new GrantCommendation("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(15)).Decide)
            .Then(new CommendationGranted("1", "A", new DateOnly(2024, 9, 15), "通报表扬", At(15)));
    }

    [Fact]
    public void A_withdrawn_commendation_stays_so()
    {
        var grant = new GrantCommendation("1", "A", Granted.Date, "市级通报表扬", At(3), Granted.Evidence, "office");
        Commendation(Granted, new CommendationWithdrawn("1", "查实有误", "office", At(9))).When(grant.Decide)
            .ThenRefused(CommendationRules.Withdrawn);
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

    private static Scenario<HonourState> Commendation(params object[] history) => new(history);
}
