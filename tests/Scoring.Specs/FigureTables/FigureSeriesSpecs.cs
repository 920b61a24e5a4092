using Campaign.Scoring.FigureTables;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.FigureTables;

/// <summary>Days and weeks counted by hand.</summary>
public sealed class FigureSeriesSpecs
{
    private static readonly MonthStory Story = Of("A")
        .Case("甲", Recorded(At(9)), Routed("A", At(9), At(11)), StruckOff("A", At(10), At(11)))
        .Case("乙", Recorded(At(9)), Routed("A", At(10), At(11)))
        .Case("丙", Recorded(At(16)), Routed("A", At(16), At(1, month: 10)), StruckOff("A", At(1, month: 10), At(1, month: 10)));

    [Fact]
    public void Each_day_is_told_as_it_was_at_its_end()
    {
        var days = Series(FigureSeries.Day, new(2024, 9, 9), new(2024, 9, 11), At(20));
        Parts(days, "sameDayRouting").ShouldBe([(1, 2), (0, 0), (0, 0)]);
        Parts(days, "overdueOpen").ShouldBe([(0, 2), (0, 1), (1, 1)]);
        Parts(days, "onTimeStrikeOff").ShouldBe([(0, 0), (0, 0), (1, 2)]);
    }

    [Fact]
    public void Weeks_are_whole_and_those_ahead_are_left_out()
    {
        var weeks = Series(FigureSeries.Week, new(2024, 9, 11), new(2024, 10, 20), At(3, month: 10));
        weeks.Points.Select(p => (p.From, p.To)).ShouldBe(
        [
            (new(2024, 9, 9), new(2024, 9, 15)), (new(2024, 9, 16), new(2024, 9, 22)), (new(2024, 9, 23), new(2024, 9, 29)),
            (new(2024, 9, 30), new(2024, 10, 6)),
        ]);
        Parts(weeks, "sameDayRouting").ShouldBe([(1, 2), (1, 1), (0, 0), (0, 0)]);
        Parts(weeks, "onTimeStrikeOff").ShouldBe([(1, 2), (0, 0), (0, 0), (1, 1)]);
        weeks.Points[^1].AsOf.ShouldBe(At(3, month: 10));
        weeks.Figures.Select(f => f.Code).ShouldNotContain("coverage");
    }

    [Theory]
    [InlineData(FigureSeries.Day, 3)]
    [InlineData(FigureSeries.Week, 1)]
    public void A_span_within_one_week_is_so_many_points(string by, int points) =>
        FigureSeries.Spans(by, new(2024, 9, 11), new(2024, 9, 13)).Count.ShouldBe(points);

    private static FigureSeries Series(string by, DateOnly from, DateOnly to, DateTimeOffset now) =>
        FigureSeries.Of(by, FigureSeries.Spans(by, from, to), _ => Story.Facts, now);

    private static (int, int)[] Parts(FigureSeries series, string code) =>
        [.. series.Points.Select(p => (p.Values[code].Numerator, p.Values[code].Denominator))];
}
