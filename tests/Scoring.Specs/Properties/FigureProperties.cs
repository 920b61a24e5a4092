using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.FigureTables;
using Campaign.Scoring.Specs.Figures;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>Whatever happened in a month.</summary>
public sealed class FigureProperties
{
    [Fact]
    public void The_numbers_agree_with_the_lists_that_one_opens() => GeneratedMonths.Hold(story =>
    {
        var sheet = FigureSpecs.Sheet(story.Facts);
        return sheet.Total.All(figure =>
        {
            var list = sheet.Items(figure.Key);
            return figure.Value.Denominator == list.Count && figure.Value.Numerator == list.Count(c => c.InNumerator)
                && figure.Value.Numerator <= figure.Value.Denominator && list.DistinctBy(c => c.Key).Count() == list.Count;
        });
    });

    [Fact]
    public void The_parts_add_up_to_the_street() => GeneratedMonths.Hold(story =>
    {
        var sheet = FigureSpecs.Sheet(story.Facts);
        return Enum.GetValues<FiguresBy>().Select(by => FigureTable.Of(September, sheet, by)).All(table => table.Total.All(total =>
            table.Rows.Sum(row => row.Values[total.Key].Numerator) == total.Value.Numerator
            && table.Rows.Sum(row => row.Values[total.Key].Denominator) == total.Value.Denominator));
    });

    [Fact]
    public void They_are_those_that_the_month_counts() => GeneratedMonths.Hold(story =>
    {
        var (counts, figures) = (story.Compute().Counts, story.Compute().Figures!.Values);
        return (counts.SameDay, counts.Cases) == Parts(figures["sameDayRouting"])
            && (counts.OnTime, counts.Due) == Parts(figures["onTimeStrikeOff"])
            && (counts.Relapses, counts.Rounds) == Parts(figures["relapse"]) && (counts.Reworked, counts.Due) == Parts(figures["rework"]);
    });

    [Fact]
    public void They_are_those_that_its_policy_may_take_points_for() => GeneratedMonths.Hold(story =>
    {
        var month = story.Compute();
        var missing = month.MissingWeeks.Values.Sum(weeks => weeks.Count);
        var coverage = month.Figures!.Values["coverage"];
        return coverage.Denominator - coverage.Numerator == missing;
    });

    [Fact]
    public void The_order_of_facts_and_how_often_they_come_change_nothing() => GeneratedMonths.Hold(story =>
    {
        var facts = story.Facts;
        var otherwise = new MonthFacts(
            Backwards(facts.Subjects), Backwards(facts.Inspections), Backwards(facts.FindingFacts), [], [],
            RectificationReports: Backwards(facts.RectificationReports ?? []));
        return Json.Of(FigureSpecs.Sheet(facts).Total) == Json.Of(FigureSpecs.Sheet(otherwise).Total);
    });

    private static (int, int) Parts(FigureValue value) => (value.Numerator, value.Denominator);

    private static IReadOnlyList<T> Backwards<T>(IReadOnlyList<T> facts) => [.. facts.Concat(facts).Reverse()];
}
