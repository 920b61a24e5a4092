using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;
using StoredPolicy = Campaign.Scoring.Policies.Stored.Policy;

namespace Campaign.Scoring.Specs.Months;

public sealed class CloseMonthSpecs
{
    private static readonly MonthScoring Scoring = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Compute();
    private static readonly MonthClosed Closed = new(
        "2024-09", "2024-01", StoredPolicy.Of(UsualPolicy), Scoring.MissingWeeks,
        Campaign.Scoring.Months.Stored.MonthCounts.Of(Scoring.Counts), September.End,
        Figures: Campaign.Scoring.Months.Stored.PinnedFigures.Of(Scoring.Figures!));

    [Fact]
    public void A_month_is_closed_once_it_is_over() => Given().When(Close(September.End)).Then(Closed).AndAgainNothing();

    [Fact]
    public void Not_a_second_earlier() => Given().When(Close(September.End.AddSeconds(-1))).ThenRefused(MonthRules.NotOver);

    [Fact]
    public void With_open_points_it_is_closed_by_force_only_and_says_so()
    {
        OpenPoint open = new(OpenPointKind.WeeksMissing, "A", "广场社区缺少检查：9月9日起的一周。");
        var command = new CloseMonth(September, "2024-01", UsualPolicy, Scoring, September.End, 7, [open]);
        Given().When(command.Decide).ThenRefused(MonthRules.OpenPoints);
        Given().When((command with { ForcedBecause = "汛期停检" }).Decide)
            .Then(Closed with { Through = 7, Forced = new("汛期停检", [open.Text]) }).AndAgainNothing();
    }

    [Fact]
    public void Where_nothing_is_open_no_force_is_noted() =>
        Given().When(new CloseMonth(September, "2024-01", UsualPolicy, Scoring, September.End, 7, [], "多余").Decide)
            .Then(Closed with { Through = 7 });

    private static Scenario<MonthState> Given(params object[] history) => new(history);

    private static Func<MonthState, Decision> Close(DateTimeOffset now) =>
        new CloseMonth(September, "2024-01", UsualPolicy, Scoring, now).Decide;
}
