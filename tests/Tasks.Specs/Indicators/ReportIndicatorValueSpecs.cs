using System.Globalization;
using Campaign.EventStore;
using Campaign.Tasks.Indicators;
using Campaign.Testing;
using Campaign.Web;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

public sealed class ReportIndicatorValueSpecs
{
    private static readonly IndicatorValueReported Rate = new(
        ShippedStandards.National2021, 2, Unit: null, 2023, Part: null, 91.5m, null, null, null, Photos, "统计局调查", Morning);

    [Fact]
    public void A_figure_is_reported_once() => Given().When(Report(Rate)).Then(Rate).AndAgainNothing();

    [Fact]
    public void Another_figure_corrects_it_and_another_document_too()
    {
        Given(Rate).When(Report(Rate with { Value = 92 })).Then(Rate with { Value = 92 });
        Given(Rate).When(Report(Rate with { Evidence = [new('c', 64)] })).Then(Rate with { Evidence = [new('c', 64)] });
    }

    [Fact]
    public void Each_year_and_part_stands_for_itself()
    {
        var given = Given(Rate, Rate with { Year = 2022, Value = 90 }, Rate with { Value = 93 });
        given.State.Standing.Values.Select(value => (value!.Year, value.Value)).ShouldBe([(2022, 90m), (2023, 93m)], ignoreOrder: true);
    }

    [Fact]
    public void A_figure_taken_back_may_come_again() =>
        Given(Rate, new IndicatorValueWithdrawn(Rate.Standard, 2, null, 2023, null, "填错年度", Noon)).When(Report(Rate)).Then(Rate)
            .AndAgainNothing();

    [Fact]
    public void A_year_that_has_not_begun_has_no_figure_nor_has_the_last_century()
    {
        Given().When(Report(Rate with { Year = 2025 })).ThenRefused(IndicatorRules.YearOutOfRange);
        Given().When(Report(Rate with { Year = 1999 })).ThenRefused(IndicatorRules.YearOutOfRange);
    }

    [Theory]
    [InlineData(9, null, "part-missing"), InlineData(9, "幼儿园", "part-unknown"), InlineData(2, "学校", "part-unknown")]
    public void A_part_is_named_where_there_are_parts_and_only_there(int no, string? part, string rule) =>
        Refused(no, Rate with { No = no, Part = part }).ShouldBe(rule);

    [Fact]
    public void What_is_reported_fits_the_form_of_the_target()
    {
        Refused(2, Rate with { Value = null }).ShouldBe("value-missing");
        Refused(2, Rate with { Yes = true }).ShouldBe("value-unfit");
        Refused(2, Rate with { Planned = 1 }).ShouldBe("value-unfit");
        Refused(10, Rate with { Value = null }).ShouldBe("answer-missing");
        Refused(10, Rate with { Yes = true }).ShouldBe("value-unfit");
        Refused(55, Rate with { Part = "鼠", Value = null, Grade = "E" }).ShouldBe("grade-unknown");
        Refused(55, Rate with { Part = "鼠", Value = null }).ShouldBe("grade-unknown");
        Refused(55, Rate with { Part = "鼠" }).ShouldBe("value-unfit");
        Refused(49, Rate with { Planned = 7 }).ShouldBeNull();
        Refused(49, Rate with { Value = null, Planned = 7 }).ShouldBeNull();
    }

    [Theory]
    [InlineData(2, "100", null), InlineData(2, "100.01", "value-out-of-range"), InlineData(2, "0", null),
        InlineData(2, "-0.01", "value-out-of-range")]
    [InlineData(39, "1000", null), InlineData(39, "1000.1", "value-out-of-range"), InlineData(6, "2500", null),
        InlineData(6, "-1", "value-out-of-range")]
    public void No_share_is_more_than_the_whole_and_no_figure_less_than_nothing(int no, string value, string? rule) =>
        Refused(no, Rate with { Value = decimal.Parse(value, CultureInfo.InvariantCulture) }).ShouldBe(rule);

    [Fact]
    public void What_a_plan_asks_for_is_no_less_than_nothing()
    {
        var refused = new ReportIndicatorValue(TheStreet, National.Find(49)!, Rate with { No = 49, Planned = -1 }, Office)
            .Decide(IndicatorValues.Initial);
        (refused.Refusal?.Rule, refused.Refusal?.Pointer).ShouldBe(("value-out-of-range", "/planned"));
    }

    [Fact]
    public void The_district_has_no_figure_of_its_own_where_streets_count()
    {
        Refused(43, Rate, Owner.District).ShouldBe("indicator-by-streets");
        Refused(43, Rate).ShouldBeNull();
    }

    [Fact]
    public void An_officer_reports_for_his_unit_only()
    {
        Refused(2, Rate with { Unit = TheUnit }, by: Officer).ShouldBeNull();
        Refused(2, Rate with { Unit = AnotherUnit }, by: Officer).ShouldBe("unit-not-yours");
        Refused(2, Rate, by: Officer).ShouldBe("unit-not-yours");
    }

    private static Scenario<IndicatorValues> Given(params object[] history) => new(history);

    private static Func<IndicatorValues, Decision> Report(IndicatorValueReported value) =>
        new ReportIndicatorValue(TheStreet, National.Find(value.No)!, value, Office).Decide;

    private static string? Refused(int no, IndicatorValueReported value, string owner = TheStreet, Caller? by = null) =>
        new ReportIndicatorValue(owner, National.Find(no)!, value with { No = no }, by ?? Office)
            .Decide(IndicatorValues.Initial).Refusal?.Rule;
}
