using Campaign.EventStore;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>What holds for every month under every sound policy.</summary>
public sealed class EngineProperties
{
    private static readonly Arbitrary<(Policy Policy, MonthStory Story, int Seed)> Anything = (
        from policy in AnyPolicy.Policies
        from story in AnyMonth.Stories
        from seed in Gen.Choose(0, int.MaxValue)
        select (policy, story, seed)).ToArbitrary();

    [Fact]
    public void Every_generated_policy_passes_the_linter() => Check((policy, _, _) => PolicyLinter.Lint(policy).Count == 0);

    [Fact]
    public void Lines_add_up_to_a_score_of_two_decimals_between_nothing_and_a_hundred() =>
        Check((policy, story, _) => story.Compute(policy: policy).Scorecards.All(card =>
            card.Lines.Sum(l => l.Points) == (card.Score ?? 0) && card.Score is null or (>= 0 and <= 100)
            && (card.Score is not { } score || decimal.Round(score, 2) == score)));

    [Fact]
    public void Every_line_says_what_it_is_for() =>
        Check((policy, story, _) => story.Compute(policy: policy).Scorecards.SelectMany(c => c.Lines).All(line =>
            line.Text.Length > 0 && (line.Item is not null || line.Kind is "scaling" or "rounding" or "limit")));

    [Fact]
    public void The_order_of_facts_and_how_often_they_come_change_nothing() =>
        Check((policy, story, seed) =>
        {
            var otherwise = story with { Facts = Doubled(story.Facts, new Random(seed)) };
            return Json.Of(otherwise.Compute(policy: policy)) == Json.Of(story.Compute(policy: policy));
        });

    [Fact]
    public void A_further_overdue_and_rejected_case_never_raises_a_score() => NeverRaises(story => story.Case(
        "又一案", Recorded(At(20, month: 8)), Routed("A", At(22, month: 8), At(9)), Rejected("A", At(8), At(9)), Overdue("A", At(9))));

    [Fact]
    public void A_further_relapse_never_raises_a_score() => NeverRaises(story => story.Case(
        "又一案", Recorded(At(1, month: 8)), Routed("A", At(1, month: 8), At(9, month: 8)), StruckOff("A", At(8, month: 8), At(9, month: 8)),
        Relapsed("A", At(9))));

    [Fact]
    public void A_further_assignment_overdue_never_raises_a_score() => NeverRaises(story => story.Missed("A", At(17)));

    [Fact]
    public void A_further_deduction_by_hand_never_raises_a_score() => NeverRaises(story => story.Entered("A", "special", 30, -1));

    [Fact]
    public void A_further_commendation_never_lowers_a_score() => Check((policy, story, _) =>
        story.Card("A", policy: policy).Score is not { } before
        || story.Commended("A", 9, CommendationLevel.District, HonourScope.Year).Card("A", policy: policy).Score >= before);

    [Fact]
    public void A_veto_marks_and_moves_neither_a_score_nor_a_rank() => Check((policy, story, seed) =>
    {
        var (before, after) = (
            story.Compute(policy: policy),
            story.Vetoed("A", HonourScope.HalfYear, September, (VetoGround)(seed % 3)).Compute(policy: policy));
        return after.Scorecards.Single(c => c.Subject == "A").Vetoed
            && after.Scorecards.Select(Standing).SequenceEqual(before.Scorecards.Select(Standing));

        static (string, decimal?, int?, string) Standing(Scorecard card) => (card.Subject, card.Score, card.Rank, Json.Of(card.Lines));
    });

    [Fact]
    public void A_month_recomputed_later_is_what_was_pinned() => Check((policy, story, _) =>
    {
        var closed = StoredJson.Write(story.Compute(policy: policy, asOf: September.End));
        var later = story.Compute(policy: StoredJson.Read<Policy>(StoredJson.Write(policy)), asOf: September.End.AddYears(2));
        return StoredJson.Write(later) == closed && PendingCorrection.Between(StoredJson.Read<MonthScoring>(closed), later).Count == 0;
    });

    [Fact]
    public void What_if_the_policy_were_the_same_differs_in_nothing() => Check((policy, story, _) =>
        WhatIf.Between(September, "2024-01", story.Compute(policy: policy), story.Compute(policy: policy)).Results
            .All(r => r.ScoreChange is null or 0 && r.RankChange is null or 0 && Json.Of(r.Real) == Json.Of(r.WhatIf)));

    private static void NeverRaises(Func<MonthStory, MonthStory> worse) => Check((policy, story, _) =>
        story.Card("A", policy: policy).Score is not { } before || worse(story).Card("A", policy: policy).Score <= before);

    private static void Check(Func<Policy, MonthStory, int, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Anything, x => holds(x.Policy, x.Story, x.Seed)));

    private static MonthFacts Doubled(MonthFacts facts, Random random)
    {
        return new(
            Twice(facts.Subjects), Twice(facts.Inspections), Twice(facts.FindingFacts), Twice(facts.Commendations), Twice(facts.Vetoes),
            Twice(facts.OverdueAssignments ?? []), Twice(facts.ManualEntries ?? []));

        T[] Twice<T>(IReadOnlyList<T> once)
        {
            T[] twice = [.. once, .. once];
            random.Shuffle(twice);
            return twice;
        }
    }
}
