using Campaign.Tasks.Indicators;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

public sealed class SetIndicatorStandardSpecs
{
    private static readonly IndicatorStandard Stricter = National with { Title = "某区标准" };
    private static readonly SetIndicatorStandard Set = new("2024-Q", National, InUse: false, Morning);
    private static readonly IndicatorStandardSet WasSet = new("2024-Q", Tasks.Indicators.Stored.IndicatorStandard.Of(National), Morning);

    [Fact]
    public void A_version_is_set_as_a_whole() => Given().When(Set.Decide).Then(WasSet).AndAgainNothing();

    [Fact]
    public void It_may_be_set_anew_while_nothing_was_judged_by_it() =>
        Given(WasSet).When((Set with { Standard = Stricter }).Decide)
            .Then(WasSet with { Standard = WasSet.Standard with { Title = Stricter.Title } }).AndAgainNothing();

    [Fact]
    public void Once_figures_were_judged_by_it_it_stays_as_it_is()
    {
        Given(WasSet).When((Set with { Standard = Stricter, InUse = true }).Decide).ThenRefused(IndicatorRules.StandardInUse);
        Given(WasSet).When((Set with { InUse = true }).Decide).ThenNothing();
    }

    [Fact]
    public void A_target_holds_what_its_form_needs_and_nothing_else()
    {
        Errors(new(TargetForm.Fixed, Comparison.AtLeast, 0)).ShouldBeEmpty();
        Errors(new(TargetForm.Fixed, Comparison.AtLeast)).ShouldBe(["NotEmptyValidator"]);
        Errors(new(TargetForm.Trend, Direction: Direction.Up, Years: 11)).ShouldBe(["InclusiveBetweenValidator"]);
        Errors(new(TargetForm.Boolean, Yes: true, Years: 3)).ShouldBe(["target-field-unused"]);
        Errors(new(TargetForm.FixedOrTrend, Comparison.Exactly, 5, Years: 3)).ShouldBe(["trend-without-direction"]);
        Errors(new(TargetForm.Norm, Basis: "GB 3095 二级", Limits: [new("SO2", 60)])).ShouldBe(["limit-part-unknown"]);
        Errors(new(TargetForm.GradeAtLeast, Grade: "E", Grades: ["A", "B"])).ShouldBe(["grade-unknown"]);
    }

    [Fact]
    public void A_target_is_one_that_can_be_reached()
    {
        Errors(new(TargetForm.Fixed, Comparison.AtLeast, 100)).ShouldBeEmpty();
        Errors(new(TargetForm.Fixed, Comparison.AtLeast, 101)).ShouldBe(["value-out-of-range"]);
        Errors(new(TargetForm.Fixed, Comparison.AtLeast, -1)).ShouldBe(["value-out-of-range"]);
        Errors(new(TargetForm.Norm, Basis: "GB 3095 二级", Limits: [new(null, 100.5m)])).ShouldBe(["value-out-of-range"]);
    }

    [Theory]
    [InlineData(1999, false), InlineData(2000, true), InlineData(null, true), InlineData(2100, true), InlineData(2101, false)]
    public void It_is_in_force_from_a_year_within_the_bounds(int? from, bool valid) =>
        new StandardValidator().Validate(National with { From = from }).Errors.Select(error => error.ErrorCode)
            .ShouldBe(valid ? [] : ["date-out-of-range"]);

    private static IEnumerable<string> Errors(Target target) =>
        new StandardValidator()
            .Validate(new IndicatorStandard("自有", null, null, null, [Of(target)])).Errors.Select(error => error.ErrorCode);

    private static Scenario<StandardVersion> Given(params object[] history) => new(history);
}
