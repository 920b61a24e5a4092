using Campaign.Tasks.Assignments;
using Campaign.Tasks.Progress;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Progress;

public sealed class WorkTotalsSpecs
{
    private static readonly string[] Units = [TheUnit, AnotherUnit];
    private static readonly (string Item, string Measure)[] Works = [("宣传展板", "块"), ("宣传展板", "车"), ("垃圾清运", "车")];

    /// <summary>Reports of small whole amounts; each may correct one that stands before it.</summary>
    private static readonly Gen<ProgressReport[]> Reports =
        from raw in Gen.ArrayOf(
            from unit in Gen.Elements(Units)
            from works in Gen.ArrayOf(
                from work in Gen.Elements(Works) from amount in Gen.Choose(1, 500) select new Quantity(work.Item, amount, work.Measure))
            from corrects in Gen.Choose(0, 3)
            from which in Gen.Choose(0, int.MaxValue)
            select (unit, works, corrects: corrects == 0, which))
        select Chain(raw);

    [Fact]
    public void The_total_is_the_sum_of_what_stands() => ForAll(reports =>
    {
        var expected = 0m;
        var standing = new Dictionary<Guid, decimal>();
        foreach (var report in reports)
        {
            if (report.Replaces is { } corrected && standing.Remove(corrected, out var gone)) expected -= gone;
            standing[report.Report] = report.Quantities.Sum(work => work.Amount);
            expected += standing[report.Report];
        }
        return WorkTotals.Of(reports).Sum(total => total.Amount) == expected;
    });

    [Fact]
    public void The_order_of_the_reports_does_not_matter() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll((from reports in Reports from shuffled in Gen.Shuffle(reports) select (reports, shuffled)).ToArbitrary(),
            pair => WorkTotals.Of(pair.reports).SequenceEqual(WorkTotals.Of(pair.shuffled))));

    [Fact]
    public void A_correction_counts_in_place_of_what_it_corrects() => ForAll(reports =>
    {
        var last = reports.LastOrDefault(report => reports.All(other => other.Replaces != report.Report));
        if (last is null) return true;
        var correction = last with { Report = Guid.NewGuid(), Replaces = last.Report };
        return WorkTotals.Of([.. reports, correction]).SequenceEqual(WorkTotals.Of(reports));
    });

    [Fact]
    public void Boards_are_never_added_to_loads()
    {
        ProgressReport[] reports =
        [
            ReportOf(TheUnit, null, new Quantity("宣传展板", 22, "块"), new Quantity("宣传展板", 2, "车")),
            ReportOf(AnotherUnit, null, new Quantity("宣传展板", 3, "块")),
        ];
        WorkTotals.Of(reports).ShouldBe(
            [new(AnotherUnit, "宣传展板", "块", 3), new(TheUnit, "宣传展板", "块", 22), new(TheUnit, "宣传展板", "车", 2)], ignoreOrder: true);
    }

    private static void ForAll(Func<ProgressReport[], bool> holds) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Reports.ToArbitrary(), holds));

    private static ProgressReport[] Chain((string Unit, Quantity[] Works, bool Corrects, int Which)[] raw)
    {
        var standing = new List<Guid>();
        return [.. raw.Select(one =>
        {
            Guid? corrected = one.Corrects && standing.Count > 0 ? standing[one.Which % standing.Count] : null;
            if (corrected is { } gone) standing.Remove(gone);
            var report = ReportOf(one.Unit, corrected, one.Works);
            standing.Add(report.Report);
            return report;
        })];
    }

    private static ProgressReport ReportOf(string unit, Guid? replaces, params Quantity[] works) =>
        new(Guid.NewGuid(), ReportSource.Progress, unit, new(2024, 9, 2), Noon, null, null, [], works, replaces, false);
}
