using Campaign.Scoring.Grades;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Specs.Policies;
using Campaign.Scoring.Totals;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Grades;

public sealed class GradeSpecs
{
    private static readonly Policy Weekly = SamplePolicySpecs.Called("weekly-grades");

    /// <summary>95 in the first week, 70 and 80 in the second, 74 in the third, none in the fourth, 60 on the last Monday.</summary>
    private static readonly MonthStory Story = Of("A").Inspected("A", 3, 95).Inspected("A", 9, 70).Inspected("A", 12, 80)
        .Inspected("A", 18, 74).Inspected("A", 30, 60);

    [Fact]
    public void A_week_is_graded_by_the_mean_of_its_inspections()
    {
        Graded(GradeBy.Mean).Weeks.Select(w => (w.Monday.Day, w.Score, w.Grade)).ShouldBe(
            [(2, 95m, "优"), (9, 75m, "良"), (16, 74m, "差"), (23, null, null), (30, 60m, "差")]);
    }

    [Theory]
    [InlineData("mean", "良")]
    [InlineData("worst", "差")]
    [InlineData("majority", "差")]
    public void A_month_is_graded_by_its_weeks(string by, string grade)
    {
        var graded = Graded(Enum.Parse<GradeBy>(by, ignoreCase: true));
        (graded.Grade, graded.Score).ShouldBe((grade, 76));
    }

    [Fact]
    public void Of_grades_given_equally_often_the_lower_counts() =>
        Of("A").Inspected("A", 3, 95).Inspected("A", 9, 80).Card("A", policy: By(GradeBy.Majority)).Grade!.Grade.ShouldBe("良");

    [Fact]
    public void A_month_without_an_inspection_has_no_grade()
    {
        var grade = Of("A").Card("A", policy: Weekly).Grade!;
        (grade.Grade, grade.Score, grade.Weeks.Count).ShouldBe((null, null, 4));
    }

    [Fact]
    public void A_policy_without_grades_gives_none() => Story.Card("A").Grade.ShouldBeNull();

    [Fact]
    public void The_total_grade_comes_from_the_months()
    {
        var good = new GradedMonth(
            September, Weekly.Grades!, Of("A", "B").Inspected("A", 3, 95).Inspected("B", 3, 80).Compute(policy: Weekly).Scorecards);
        var bad = new GradedMonth(new Month(2024, 10), Weekly.Grades!, Of("A").Inspected("A", 3, 60).Compute(policy: Weekly).Scorecards);

        var total = YearGrades.Of(2024, [good, bad]);

        total.Subjects.Select(s => (s.Subject, s.Grade, s.Score, s.Months.Count)).ShouldBe([("A", "良", 77.5m, 2), ("B", "良", 80m, 1)]);
    }

    private static SubjectGrade Graded(GradeBy by) => Story.Card("A", policy: By(by)).Grade!;

    private static Policy By(GradeBy by) => Weekly with { Grades = Weekly.Grades! with { MonthBy = by } };
}
