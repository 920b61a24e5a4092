using Campaign.Tasks.Countdown;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Countdown;

public sealed class SetEvaluationDateSpecs
{
    private static readonly SetEvaluationDate Set = new(Day("2024-09-15"), "正式通知", Noon);
    private static readonly EvaluationDateSet WasSet = new(Day("2024-09-15"), "正式通知", Noon);

    [Fact]
    public void The_date_is_set() => Given().When(Set.Decide).Then(WasSet).AndAgainNothing();

    [Fact]
    public void And_set_again() =>
        Given(WasSet).When((Set with { Date = Day("2024-09-12") }).Decide).Then(WasSet with { Date = Day("2024-09-12") }).AndAgainNothing();

    [Fact]
    public void Another_reason_for_the_same_date_changes_nothing() =>
        Given(WasSet).When((Set with { Reason = "再次通知" }).Decide).ThenNothing();

    [Fact]
    public void It_may_be_today_and_not_yesterday()
    {
        Given().When((Set with { Date = Day("2024-09-02") }).Decide).Then(WasSet with { Date = Day("2024-09-02") });
        Given().When((Set with { Date = Day("2024-09-01") }).Decide).ThenRefused(SetEvaluationDate.DatePast);
    }

    private static Scenario<EvaluationDate> Given(params object[] history) => new(history);
}
