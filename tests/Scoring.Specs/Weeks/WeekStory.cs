using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Weeks;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Weeks;

/// <summary>The week of 9 to 15 September 2024 in a small street.</summary>
internal static class WeekStory
{
    public static readonly Week Week = new(new DateOnly(2024, 9, 9));
    public static readonly DateTimeOffset Monday = At(16, 9);

    // 甲: recorded and routed on Monday, due on Friday, struck off in time.
    // 乙: recorded on Tuesday, routed on Wednesday, due on Friday, not struck off: overdue.
    // 丙: recorded the week before, due on Monday 24:00, struck off on Tuesday: late.
    // 丁: struck off the week before, relapsed on Thursday, due in the week after.
    // 戊: recorded on Sunday 23:30, routed with nobody.
    // 己: recorded on Sunday 24:00, which is the next week's Monday.
    public static MonthStory Story { get; } = Of("A", "B", "C").With(Subject("D", "机关部门"))
        .Inspected("A", 9, 90).Inspected("A", 15, 95).Inspected("B", 11, 90).Inspected("B", 12, 70, "自查").Inspected("B", 8, 10)
        .Inspected("A", 16, 10)
        .Case("甲", Recorded(At(9)), Routed("A", At(9, 15), At(13)), StruckOff("A", At(12), At(13)))
        .Case("乙", Recorded(At(10)), Routed("B", At(11), At(13)), Overdue("B", At(13)))
        .Case("丙", Recorded(At(3)), Routed("B", At(3), At(10, 0)), Overdue("B", At(10, 0)), StruckOff("B", At(10), At(10, 0)))
        .Case(
            "丁", Recorded(At(2)), Routed("A", At(2), At(6)), StruckOff("A", At(5), At(6)), Relapsed("A", At(12)),
            Routed("A", At(12), At(18), round: 2))
        .Case("戊", Recorded(At(15, 23, 30)))
        .Case("己", Recorded(At(16, 0)), Routed("C", At(16, 0), At(20)));

    public static WeekReport Report(MonthStory? story = null, DateTimeOffset? now = null) =>
        WeekReport.Of(Week, (story ?? Story).Facts, now ?? Monday);

    public static PublishWeek Publish(MonthStory? story = null, DateTimeOffset? now = null, params string[] nextWeek) =>
        new(Week, Letterhead.Usual("南关街道"), Report(story, now), nextWeek, now ?? Monday);
}
