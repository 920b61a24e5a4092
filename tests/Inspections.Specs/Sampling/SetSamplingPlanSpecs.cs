using Campaign.Inspections.Inspections;
using Campaign.Inspections.Sampling;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Sampling;

public sealed class SetSamplingPlanSpecs
{
    private static readonly DateTimeOffset Morning = LedgerStory.Morning;
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly SamplingPlanSet Plan = new(
        "2014", "量化评价抽样", "2014", "小", [new("小", 3), new("大", 267)], [new("小", "农贸市场", 1), new("小", "公厕", 2)], Day,
        Day.AddDays(30), Morning);

    [Fact]
    public void The_same_plan_again_changes_nothing()
    {
        var again = Plan with { Minimums = [.. Plan.Minimums], Split = [.. Plan.Split], At = Morning.AddDays(1) };
        Given().When(new SetSamplingPlan(Plan).Decide).Then(Plan).AndAgainNothing();
        Given(Plan).When(new SetSamplingPlan(again).Decide).ThenNothing();
        Given(Plan).When(new SetSamplingPlan(again with { CitySize = "大" }).Decide).Then(again with { CitySize = "大" });
    }

    [Fact]
    public void A_plan_that_contradicts_itself_is_refused()
    {
        Refused(Plan with { CitySize = "中" }, SamplingRules.CitySizeUnknown);
        Refused(Plan with { Minimums = [.. Plan.Minimums, new("小", 4)] }, SamplingRules.CitySizeRepeated);
        Refused(Plan with { Split = [.. Plan.Split, new("小", "公厕", 1)] }, SamplingRules.VenueTypeRepeated);
        Refused(Plan with { Split = [.. Plan.Split, new("中", "公厕", 1)] }, SamplingRules.SplitUnknown);
        Refused(Plan with { Split = [new("小", "公厕", 2)] }, SamplingRules.SplitBelowMinimum);
        Refused(Plan with { Until = Day.AddDays(-1) }, InspectionRules.PeriodReversed);
    }

    [Fact]
    public void A_place_is_one_sample_however_often_it_is_looked_at()
    {
        var progress = SamplingProgress.Of(Plan, [Seen("公厕", "东门"), Seen("公厕", "东门"), Seen("公厕", "西门"), Seen("学校", "一小")]);

        progress.Venues.Select(venue => (venue.VenueType, venue.Done, venue.Required, venue.Met)).ShouldBe(
            [("农贸市场", 0, 1, false), ("公厕", 2, 2, true), ("学校", 1, 0, true)]);
        (progress.Done, progress.Required, progress.Met).ShouldBe((3, 3, false));
        progress.Venues.Sum(venue => venue.Samples.Count).ShouldBe(progress.Done);
    }

    [Fact]
    public void Where_nobody_said_how_the_minimum_is_made_up_only_the_whole_is_asked_for()
    {
        var progress = SamplingProgress.Of(Plan with { Split = [] }, [Seen("公厕", "东门"), Seen("公厕", "西门"), Seen("学校", "一小")]);
        (progress.SplitKnown, progress.Met, progress.Venues.Count).ShouldBe((false, true, 2));
    }

    private static Sample Seen(string type, string venue) => new(type, venue, "U001", Day, Guid.NewGuid());

    private static void Refused(SamplingPlanSet plan, Campaign.EventStore.Refusal rule) =>
        Given().When(new SetSamplingPlan(plan).Decide).ThenRefused(rule);

    private static Scenario<SamplingPlan> Given(params object[] history) => new(history);
}
