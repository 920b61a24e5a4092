using Campaign.Inspections.ScoreSheets;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.ScoreSheets;

public sealed class DeductionRuleSpecs
{
    private const int Max = 5;

    private static readonly DeductionRule[] Rules =
    [
        new(DeductionForm.PerOccurrence, 0.5m), new(DeductionForm.PerOccurrence, 2), new(DeductionForm.PerOccurrence, 0.3m, Cap: 2),
        new(DeductionForm.AllOrNothing), new(DeductionForm.Tiers, Tiers: [new(1, 1), new(3, 2), new(6, 5)]),
        new(DeductionForm.Tiers, Cap: 4, Tiers: [new(2, 4)]),
    ];

    [Theory]
    [InlineData(0, 3, 1.5)]
    [InlineData(0, 11, 5)] // 扣完为止
    [InlineData(1, 2, 4)]
    [InlineData(1, 3, 5)] // what is left, though it is no multiple
    [InlineData(2, 9, 2)]
    [InlineData(3, 0, 0)]
    [InlineData(3, 1, 5)]
    [InlineData(4, 2, 1)]
    [InlineData(4, 3, 2)]
    [InlineData(4, 60, 5)]
    [InlineData(5, 1, 0)]
    public void A_count_costs_what_the_rule_says(int rule, int count, double deduction) =>
        Rules[rule].For(count, Max).ShouldBe((decimal)deduction);

    [Theory]
    [InlineData(0, 1.5, true)]
    [InlineData(0, 1.6, false)]
    [InlineData(1, 5, true)]
    [InlineData(2, 2.1, false)] // above the cap
    [InlineData(3, 2, false)]
    [InlineData(4, 2, true)]
    [InlineData(4, 3, false)]
    public void A_deduction_entered_by_hand_is_one_that_the_rule_can_come_to(int rule, double deduction, bool allowed) =>
        Rules[rule].Allows((decimal)deduction, Max).ShouldBe(allowed);

    [Fact]
    public void A_free_amount_is_anything_up_to_its_limit()
    {
        new DeductionRule(DeductionForm.Free).For(3, Max).ShouldBeNull();
        new DeductionRule(DeductionForm.Free, Cap: 3).Allows(2.75m, Max).ShouldBeTrue();
        new DeductionRule(DeductionForm.Free, Cap: 3).Allows(3.01m, Max).ShouldBeFalse();
    }

    [Fact]
    public void More_occurrences_never_cost_less_and_never_more_than_there_is() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from rule in Gen.Elements(Rules) from count in Gen.Choose(0, 9999) select (rule, count)).ToArbitrary(),
        sample =>
        {
            var (now, then) = (sample.rule.For(sample.count, Max)!.Value, sample.rule.For(sample.count + 1, Max)!.Value);
            return now >= 0 && now <= then && then <= Max && sample.rule.Allows(now, Max);
        }));

    [Theory]
    [InlineData("points-missing")]
    [InlineData("tiers-not-ascending")]
    [InlineData("rule-exceeds-maximum")]
    [InlineData("rule-part-misplaced")]
    public void A_rule_that_cannot_work_is_named(string rule)
    {
        DeductionRule[] faulty = rule switch
        {
            "points-missing" => [new(DeductionForm.PerOccurrence)],
            "tiers-not-ascending" =>
                [new(DeductionForm.Tiers), new(DeductionForm.Tiers, Tiers: [new(0, 1)]),
                    new(DeductionForm.Tiers, Tiers: [new(1, 2), new(3, 2)])],
            "rule-exceeds-maximum" =>
                [new(DeductionForm.PerOccurrence, 6), new(DeductionForm.Free, Cap: 6), new(DeductionForm.Tiers, Tiers: [new(1, 6)]),
                    new(DeductionForm.PerOccurrence, 0)],
            _ => [new(DeductionForm.Free, 1), new(DeductionForm.AllOrNothing, Cap: 1), new(DeductionForm.PerOccurrence, 1, Tiers: [])],
        };
        faulty.Select(fault => SheetRules.Fault(fault, Max)?.Rule).ShouldAllBe(named => named == rule);
        Rules.Select(sound => SheetRules.Fault(sound, Max)).ShouldAllBe(fault => fault == null);
    }

    [Fact]
    public void Rules_compare_by_what_they_say() =>
        new DeductionRule(DeductionForm.Tiers, Tiers: [new(1, 1), new(3, 2), new(6, 5)]).ShouldBe(Rules[4]);
}
