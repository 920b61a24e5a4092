using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class StopSeriesSpecs
{
    private static readonly DateTimeOffset Now = At("2024-09-10 09:00");
    private static readonly StopSeries Stop = new(Code, Day("2024-09-20"), "任务结束", RecurrenceRules.RecurrenceNotFound, Now);
    private static readonly SeriesStopped Stopped = new(Code, 2, Day("2024-09-20"), "任务结束", Now);

    [Fact]
    public void It_is_stopped_from_a_day_on_and_once() => Given(Arranged).When(Stop.Decide).Then(Stopped).AndAgainNothing();

    [Fact]
    public void Without_a_day_it_is_stopped_from_today() =>
        Given(Arranged).When((Stop with { From = null }).Decide).Then(Stopped with { Effective = Day("2024-09-10") }).AndAgainNothing();

    [Fact]
    public void What_stops_later_may_stop_earlier_and_not_the_other_way_round()
    {
        Given(Arranged, Stopped).When((Stop with { From = Day("2024-09-15") }).Decide)
            .Then(Stopped with { Revision = 3, Effective = Day("2024-09-15") });
        Given(Arranged, Stopped).When((Stop with { From = Day("2024-09-25") }).Decide).ThenNothing();
    }

    [Fact]
    public void It_is_not_stopped_for_days_that_are_over() =>
        Given(Arranged).When((Stop with { From = Day("2024-09-09") }).Decide).ThenRefused(RecurrenceRules.StopInThePast);

    [Fact]
    public void What_was_never_arranged_is_not_found() => Given().When(Stop.Decide).ThenRefused(RecurrenceRules.RecurrenceNotFound);
}
