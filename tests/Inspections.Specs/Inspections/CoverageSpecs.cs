using Campaign.Inspections.Inspections;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class CoverageSpecs
{
    private static readonly DateOnly September = new(2024, 9, 1);
    private static readonly DateOnly Afterwards = new(2024, 10, 8);
    private static readonly CoverageSubject Square = new("U001", "广场社区", "居委会", new(2024, 1, 1), null);

    [Fact]
    public void The_weeks_of_September_2024_begin_on_four_Mondays() =>
        CalendarWeeks.WhollyIn(September).ShouldBe([new(2024, 9, 2), new(2024, 9, 9), new(2024, 9, 16), new(2024, 9, 23)]);

    [Fact]
    public void A_week_without_a_visit_is_missing_by_its_Monday()
    {
        var coverage = Of(
            Square, Afterwards, new DateOnly(2024, 9, 1), new(2024, 9, 2), new(2024, 9, 8), new(2024, 9, 22), new(2024, 9, 30));

        coverage.Subjects.Single().MissingWeeks.ShouldBe([new(2024, 9, 9), new(2024, 9, 23)]);
        (coverage.Covered, coverage.Required).ShouldBe((2, 4));
        coverage.Subjects.Single().Weeks[0].Inspections.Count.ShouldBe(2);
    }

    [Fact]
    public void Weeks_before_and_after_a_subjects_time_are_not_asked_for() =>
        Of(Square with { From = new(2024, 9, 3), Until = new(2024, 9, 22) }, Afterwards).Subjects.Single().MissingWeeks
            .ShouldBe([new(2024, 9, 9), new(2024, 9, 16)]);

    [Fact]
    public void A_week_that_is_not_over_is_in_no_figure()
    {
        var coverage = Of(Square, new DateOnly(2024, 9, 15), new DateOnly(2024, 9, 10));

        coverage.Subjects.Single().Weeks.Select(week => week.State)
            .ShouldBe([WeekState.Missing, WeekState.Running, WeekState.Running, WeekState.Running]);
        (coverage.Covered, coverage.Required).ShouldBe((0, 1));
    }

    [Fact]
    public void The_weeks_of_a_month_are_apart_and_leave_no_whole_week_out() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 2400).Select(months => new DateOnly(1980, 1, 1).AddMonths(months)).ToArbitrary(),
        first =>
        {
            var mondays = CalendarWeeks.WhollyIn(first).ToList();
            var days = mondays.SelectMany(monday => Enumerable.Range(0, 7).Select(monday.AddDays)).ToList();
            return mondays.TrueForAll(monday => monday.DayOfWeek is DayOfWeek.Monday)
                && days.Distinct().Count() == days.Count && days.TrueForAll(day => (day.Year, day.Month) == (first.Year, first.Month))
                && days[0].DayNumber - first.DayNumber < 7 && CalendarWeeks.LastOfMonth(first).DayNumber - days[^1].DayNumber < 7
                && days[^1].DayNumber - days[0].DayNumber + 1 == days.Count;
        }));

    [Fact]
    public void The_figures_agree_with_the_weeks_listed() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from visits in Gen.Choose(-3, 33).ListOf()
         from today in Gen.Choose(0, 40)
         from start in Gen.Choose(-5, 25)
         select (visits, today, start)).ToArbitrary(),
        sample =>
        {
            var subject = Square with { From = September.AddDays(sample.start) };
            var coverage = Of(subject, September.AddDays(sample.today), [.. sample.visits.Select(September.AddDays)]);
            var weeks = coverage.Subjects.SelectMany(listed => listed.Weeks).ToList();
            return coverage.Covered == weeks.Count(week => week is { State: WeekState.Covered, Inspections.Count: > 0 })
                && coverage.Required - coverage.Covered == coverage.Subjects.Sum(listed => listed.MissingWeeks.Count)
                && weeks.Select(week => week.Monday)
                    .SequenceEqual(CalendarWeeks.WhollyIn(September).Where(monday => monday >= subject.From));
        }));

    private static Coverage Of(CoverageSubject subject, DateOnly today, params DateOnly[] visits) =>
        Coverage.Of(September, [subject], visits.Select(day => new CountedInspection(Guid.NewGuid(), subject.Code, day)), today);
}
