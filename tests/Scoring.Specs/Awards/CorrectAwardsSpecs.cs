using Campaign.Scoring.Awards;
using Campaign.Scoring.Totals;
using Campaign.Testing;
using static Campaign.Scoring.Specs.Awards.AwardStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class CorrectAwardsSpecs
{
    private static readonly AwardsDecided Decided = (AwardsDecided)Decide(95, 94).Decide(AwardsOfHalf.Initial).Events.Single();

    [Fact]
    public void After_an_upheld_appeal_the_order_is_restored_and_the_lists_say_why()
    {
        var corrected = Correct(95, 96).Decide(Given(Decided).State).Events.ShouldHaveSingleItem().ShouldBeOfType<AwardsCorrected>();
        (corrected.Half, corrected.Correction, corrected.Reason).ShouldBe(("2024-H2", 1, "申诉成立"));
        corrected.Lists.Awards.Select(a => (a.Subject, a.Level)).ShouldBe([("B", "优秀单位"), ("A", "先进单位")]);
        corrected.Lists.Fines.ShouldBe(Decided.Lists.Fines, "they stand unless they are entered anew");
        Given(Decided, corrected).When(Correct(95, 96).Decide).ThenNothing();
        Given(Decided, corrected).When((Correct(95, 96) with { Reason = "另有理由" }).Decide).ThenRefused(AwardRules.NothingToCorrect);
        Given(Decided, corrected).When(Correct(95, 94).Decide).Then(
            new AwardsCorrected("2024-H2", 2, "申诉成立", Decided.Lists, Now));
    }

    [Fact]
    public void A_wrong_fine_is_entered_anew()
    {
        var command = Correct(95, 94) with { Fines = [new("B", 8_000, "脏乱差")] };
        var corrected = (AwardsCorrected)command.Decide(Given(Decided).State).Events.Single();
        corrected.Lists.Fines.Single().Yuan.ShouldBe(8_000);
    }

    [Fact]
    public void What_comes_out_the_same_or_was_not_decided_or_may_still_change_is_not_corrected()
    {
        Given(Decided).When(Correct(95, 94).Decide).ThenRefused(AwardRules.NothingToCorrect);
        Given().When(Correct(95, 96).Decide).ThenRefused(AwardRules.NotDecided);
        var provisional = Correct(95, 96);
        provisional = provisional with { Anew = provisional.Anew with { Totals = provisional.Anew.Totals with { Provisional = true } } };
        Given(Decided).When(provisional.Decide).ThenRefused(AwardRules.Provisional);
    }

    private static Scenario<AwardsOfHalf> Given(params object[] history) => new(history);

    private static CorrectAwards Correct(decimal a, decimal b) => new(Decide(a, b) with { Fines = [] }, "申诉成立");

    private static DecideAwards Decide(decimal a, decimal b) => new(
        SecondHalf, Scheme, new(Provisional: false, 0.75m, 0.25m, [Place("A", a, a > b), Place("B", b, b > a)], []), [],
        [new("B", 6_000, "脏乱差")], Now, [new("A", 2, 10), new("B", 1, 8)]);

    private static SubjectTotal Place(string subject, decimal total, bool first) =>
        TotalOf(subject, total) with { Rank = first ? 1 : 2 };
}
