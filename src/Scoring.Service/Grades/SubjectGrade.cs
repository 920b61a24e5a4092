using System.Text.Json.Serialization;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Grades;

/// <summary>月评: a subject's grade in a month, from its weeks.</summary>
/// <param name="Grade">Null where no week was graded.</param>
/// <param name="Score">The mean of the weeks' scores.</param>
internal sealed record SubjectGrade(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Grade,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    IReadOnlyList<WeekGrade> Weeks)
{
    public static SubjectGrade? Of(Grading? grading, MonthView month, Subject subject)
    {
        if (grading is null) return null;
        var weeks = WeekGrade.Of(grading, month, subject);
        var (grade, score) = grading.Sum(grading.MonthBy, weeks.Select(w => w.Score));
        return new(grade, score, weeks);
    }
}

/// <summary>
/// 周评: from the inspections of a week (Mon–Sun). A week that the month's border cuts is graded in each month by what fell in
/// it; a whole week without a scored inspection stands there without a grade.
/// </summary>
internal sealed record WeekGrade(
    DateOnly Monday,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Grade)
{
    public static IReadOnlyList<WeekGrade> Of(Grading grading, MonthView month, Subject subject)
    {
        var scores = month.Inspections[subject.Code].Where(i => i.Score is not null).ToLookup(i => MondayOf(i.Date), i => i.Score!.Value);
        return
        [
            .. from monday in scores.Select(week => week.Key).Union(Coverage.Weeks(month, subject).Select(week => week.Monday)).Order()
               let score = scores.Contains(monday) ? Points.Round(scores[monday].Average()) : (decimal?)null
               select new WeekGrade(monday, score, grading.NameOf(score)),
        ];
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
