using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class ArrangeSeriesSpecs
{
    private static readonly DateTimeOffset Now = At("2024-09-10 09:00");
    private static readonly RecurrenceTerms Tuesdays = Terms with { Rule = new(Every.Week, [DayOfWeek.Tuesday]) };
    private static readonly ArrangeSeries Arrange = new(Code, Terms, Effective: null, August31);
    private static readonly ArrangeSeries Change = new(Code, Tuesdays, Day("2024-09-16"), Now);
    private static readonly RecurrenceArranged Changed = new(
        Code, 2, Day("2024-09-16"), Tasks.Recurrences.Stored.RecurrenceTerms.Of(Tuesdays), Now);
    private static readonly SeriesStopped Stopped = new(Code, 2, Day("2024-09-20"), "任务结束", Now);

    [Fact]
    public void The_first_arrangement_holds_from_its_first_day() => Given().When(Arrange.Decide).Then(Arranged).AndAgainNothing();

    [Fact]
    public void The_same_terms_in_other_lists_change_nothing() =>
        Given(Arranged).When((Arrange with { Schedule = Terms with { Units = [.. Terms.Units!] } }).Decide).ThenNothing();

    [Fact]
    public void A_change_holds_from_the_day_it_names() => Given(Arranged).When(Change.Decide).Then(Changed).AndAgainNothing();

    [Fact]
    public void A_change_that_names_no_day_holds_from_tomorrow() =>
        Given(Arranged).When((Change with { Effective = null }).Decide).Then(Changed with { Effective = Day("2024-09-11") });

    [Fact]
    public void A_day_that_has_begun_keeps_its_rule() =>
        Given(Arranged).When((Change with { Effective = Day("2024-09-10") }).Decide).ThenRefused(RecurrenceRules.EffectiveTooEarly);

    [Fact]
    public void What_ends_before_it_holds_is_no_arrangement() =>
        Given(Arranged).When((Change with { Schedule = Tuesdays with { Until = Day("2024-09-15") } }).Decide)
            .ThenRefused(RecurrenceRules.WindowOver);

    [Fact]
    public void Beyond_the_calendar_nothing_is_arranged() =>
        Given(Arranged).When((Change with { Effective = DateOnly.MaxValue }).Decide).ThenRefused(RecurrenceRules.DateOutOfRange);

    [Fact]
    public void What_was_stopped_may_begin_again() =>
        Given(Arranged, Stopped).When((Arrange with { Now = Now }).Decide)
            .Then(Arranged with { Revision = 3, Effective = Day("2024-09-11"), At = Now });

    [Fact]
    public void Each_day_has_the_slots_of_the_arrangement_in_force() =>
        Slots(Arranged, Changed).ShouldBe(["1 2024-09-06", "1 2024-09-13", "2 2024-09-17", "2 2024-09-24"]);

    [Fact]
    public void What_was_said_last_about_a_day_holds() =>
        Slots(Arranged, Changed, Arranged with { Revision = 3, Effective = Day("2024-09-12"), At = Now })
            .ShouldBe(["1 2024-09-06", "3 2024-09-13", "3 2024-09-20", "3 2024-09-27"]);

    [Fact]
    public void Nothing_is_asked_from_the_day_it_stops() => Slots(Arranged, Stopped).ShouldBe(["1 2024-09-06", "1 2024-09-13"]);

    [Fact]
    public void A_period_that_reaches_beyond_the_last_day_is_not_asked() =>
        Slots(
            Arranged with
            {
                Terms = Tasks.Recurrences.Stored.RecurrenceTerms.Of(
                Terms with { Rule = new(Every.HalfMonth), Until = Day("2024-09-29") })
            }).ShouldBe(["1 2024-09/1"]);

    [Fact]
    public void What_was_over_when_it_was_arranged_is_not_asked() =>
        Slots(Arranged with { At = At("2024-09-13 17:30") }).ShouldBe(["1 2024-09-20", "1 2024-09-27"]);

    private static IEnumerable<string> Slots(params object[] history) =>
        Given(history).State.Slots(Day("2024-09-01"), Day("2024-10-01"))
            .OrderBy(due => due.Slot.Start).Select(due => $"{due.Arrangement.Revision} {due.Slot.Name}");
}
