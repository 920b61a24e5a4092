using Campaign.Tasks.Assignments;
using Campaign.Tasks.Progress;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class ReportProgressSpecs
{
    private static readonly Guid First = Guid.Parse("019300c8-0000-7000-8000-0000000000f1");
    private static readonly Guid Second = Guid.Parse("019300c8-0000-7000-8000-0000000000f2");
    private static readonly Quantity[] Panels = [new("宣传展板", 22, "块")];
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly ReportProgress Report = new(First, Officer, "已安装", 60, Panels, Photos, On: null, Replaces: null, Noon);
    private static readonly ProgressReported Reported = new(First, TheUnit, "已安装", 60, Panels, Photos, Today, null, Noon);

    [Fact]
    public void A_unit_says_how_far_it_is_and_what_it_did() => Given(Issued).When(Report.Decide).Then(Reported).AndAgainNothing();

    [Fact]
    public void Any_number_of_times() => Given(Issued, Reported).When((Report with { Report = Second }).Decide).Then(Reported with { Report = Second });

    [Fact]
    public void A_unit_that_helps_reports_its_own_work() =>
        Given(Issued with { CooperatingUnits = [AnotherUnit] }).When((Report with { By = OfficerOfAnotherUnit }).Decide)
            .Then(Reported with { Unit = AnotherUnit });

    [Fact]
    public void A_unit_that_has_no_part_in_it_does_not() =>
        Given(Issued).When((Report with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Work_of_yesterday_counts_yesterday_and_that_of_tomorrow_is_not_done()
    {
        Given(Issued).When((Report with { On = Today.AddDays(-1) }).Decide).Then(Reported with { On = Today.AddDays(-1) });
        Given(Issued).When((Report with { On = Today.AddDays(1) }).Decide).ThenRefused(ReportProgress.OnInFuture);
    }

    [Fact]
    public void A_later_report_corrects_an_earlier_one_once()
    {
        var correction = Report with { Report = Second, Replaces = First };
        Given(Issued, Reported).When(correction.Decide).Then(Reported with { Report = Second, Replaces = First }).AndAgainNothing();
        Given(Issued, Reported, Reported with { Report = Second, Replaces = First })
            .When((correction with { Report = Guid.NewGuid() }).Decide).ThenRefused(ReportProgress.ReportUnknown);
        Given(Issued).When(correction.Decide).ThenRefused(ReportProgress.ReportUnknown);
    }

    [Fact]
    public void What_is_done_takes_no_more_reports() => Given(Issued, Submitted, Approved).When(Report.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_report_sent_twice_is_one_even_when_the_work_is_done() =>
        Given(Issued, Reported, Submitted, Approved).When(Report.Decide).ThenNothing();

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Report.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class QuantitySpecs
{
    [Theory]
    [InlineData(" 宣传展板 ", "宣传展板")]
    [InlineData("　宣传　 展板", "宣传 展板")]
    [InlineData("ＰＶＣ展板(大)", "PVC展板（大）")]
    [InlineData("第１批ｋｔ板", "第1批kt板")]
    public void An_item_has_one_name_however_it_was_typed(string typed, string name) => Quantity.NameOf(typed).ShouldBe(name);

    [Fact]
    public void A_name_once_normalised_stays_as_it_is() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll<NonNull<string>>(typed => Quantity.NameOf(Quantity.NameOf(typed.Get)) == Quantity.NameOf(typed.Get)));
}

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

    private static void ForAll(Func<ProgressReport[], bool> holds) => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Reports.ToArbitrary(), holds));

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
