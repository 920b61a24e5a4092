using Campaign.Scoring.Awards;
using Campaign.Scoring.Totals;
using Campaign.Testing;
using static Campaign.Scoring.Specs.Awards.AwardStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class DecideAwardsSpecs
{
    [Fact]
    public void The_decision_fixes_the_lists()
    {
        var decided = Decide().Decide(AwardsOfHalf.Initial).Events.ShouldHaveSingleItem().ShouldBeOfType<AwardsDecided>();
        decided.Lists.Awards.Select(a => a.Subject).ShouldBe(["A", "B"]);
        new Scenario<AwardsOfHalf>([decided]).When(Decide().Decide).ThenNothing();
        new Scenario<AwardsOfHalf>([decided]).When(Decide(new NewFine("B", 6_000, "脏乱差")).Decide).ThenRefused(AwardRules.Decided);
    }

    [Theory]
    [InlineData(4_999.99, true)]
    [InlineData(5_000, false)]
    [InlineData(10_000, false)]
    [InlineData(10_000.01, true)]
    public void A_fine_lies_within_the_range_of_the_scheme(double yuan, bool refused) =>
        (Decide(new NewFine("B", (decimal)yuan, "脏乱差")).Decide(AwardsOfHalf.Initial).Refusal == AwardRules.FineOutOfRange(Scheme))
            .ShouldBe(refused);

    [Fact]
    public void What_may_still_change_is_not_decided_on() =>
        (Decide() with { Totals = Totals(provisional: true) }).Decide(AwardsOfHalf.Initial).Refusal.ShouldBe(AwardRules.Provisional);

    [Fact]
    public void Nor_without_a_scheme_nor_against_strangers_nor_twice()
    {
        (Decide() with { Scheme = null }).Decide(AwardsOfHalf.Initial).Refusal.ShouldBe(AwardRules.NoScheme);
        Decide(new NewFine("X", 6_000, "脏乱差")).Decide(AwardsOfHalf.Initial).Refusal.ShouldBe(AwardRules.FinedUnknown);
        Decide(new NewFine("B", 6_000, "脏乱差"), new NewFine("B", 7_000, "屡改屡犯"))
            .Decide(AwardsOfHalf.Initial).Refusal.ShouldBe(AwardRules.FinedTwice);
    }

    [Fact]
    public void Heads_are_counted_once_and_of_subjects_only()
    {
        var decide = Decide() with { HeadCounts = [new("A", 2, 10)] };
        var decided = (AwardsDecided)decide.Decide(AwardsOfHalf.Initial).Events.Single();
        decided.Lists.Awards.Select(a => (a.Leaders, a.Staff)).ShouldBe([(2, 10), (null, null)]);
        new Scenario<AwardsOfHalf>([decided]).When(decide.Decide).ThenNothing();
        new Scenario<AwardsOfHalf>([decided]).When(Decide().Decide).ThenRefused(AwardRules.Decided);
        (Decide() with { HeadCounts = [new("X", 1, 1)] }).Decide(AwardsOfHalf.Initial).Refusal.ShouldBe(AwardRules.CountedUnknown);
        (Decide() with { HeadCounts = [new("A", 1, 1), new("A", 2, 2)] }).Decide(AwardsOfHalf.Initial).Refusal
            .ShouldBe(AwardRules.CountedTwice);
    }

    private static DecideAwards Decide(params NewFine[] fines) => new(SecondHalf, Scheme, Totals(provisional: false), [], fines, Now);

    private static PeriodTotals Totals(bool provisional) => new(provisional, 0.75m, 0.25m, [TotalOf("A", 95), TotalOf("B", 94)], []);
}
