using Campaign.Tasks.Indicators;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

/// <summary>Several parts, several streets: all of them must attain.</summary>
public sealed class IndicatorPartSpecs
{
    private static readonly Indicator Places = Of(Fixed(Comparison.AtLeast, 90)) with { Parts = ["机关", "医院", "学校"] };
    private static readonly Judgement Good = new(Attainment.Attained, "好。");
    private static readonly Judgement Bad = new(Attainment.NotAttained, "差。");
    private static readonly Judgement Open = Judgement.Insufficient("缺。");

    [Fact]
    public void All_parts_attain_or_the_whole_does_not()
    {
        Judge(("机关", 95), ("医院", 90), ("学校", 92)).ShouldBe(new(
            Attainment.Attained, "机关：2024年为95%，达到“≥90%”。医院：2024年为90%，达到“≥90%”。学校：2024年为92%，达到“≥90%”。"));
        Judge(("机关", 95), ("医院", 89), ("学校", 100)).ShouldBe(new(Attainment.NotAttained, "医院：2024年为89%，未达到“≥90%”。"));
    }

    [Fact]
    public void A_part_that_nobody_reported_is_named() =>
        Judge(("机关", 95), ("医院", 99)).ShouldBe(new(Attainment.InsufficientData, "学校：缺少2024年的数值。"));

    [Fact]
    public void A_part_that_fails_fails_the_whole_though_another_is_missing() =>
        Judge(("医院", 99), ("学校", 80)).ShouldBe(new(Attainment.NotAttained, "学校：2024年为80%，未达到“≥90%”。机关：缺少2024年的数值。"));

    [Fact]
    public void One_street_below_fails_whatever_the_average()
    {
        var indicator = National.Find(43)!;
        var streets = new (string, decimal)[] { ("甲街道", 99), ("乙街道", 88), ("丙街道", 100), ("丁街道", 97) };
        streets.Average(street => street.Item2).ShouldBe(96);
        Judgement.OfStreets([.. streets.Select(s => (s.Item1, Evaluation.Of(indicator, Year, Series((Year, s.Item2)))))])
            .ShouldBe(new(Attainment.NotAttained, "乙街道：2024年为88%，未达到“≥90%”。"));
    }

    [Fact]
    public void Streets_that_have_not_reported_are_named() =>
        Judgement.OfStreets([("甲街道", Good), ("乙街道", Open)]).ShouldBe(new(Attainment.InsufficientData, "乙街道：缺。"));

    [Fact]
    public void A_street_below_is_told_before_one_that_has_not_reported() =>
        Judgement.OfStreets([("甲街道", Open), ("乙街道", Bad)]).ShouldBe(new(Attainment.NotAttained, "乙街道：差。甲街道：缺。"));

    [Fact]
    public void Where_all_streets_attain_their_number_is_enough() =>
        Judgement.OfStreets([("甲街道", Good), ("乙街道", Good)]).ShouldBe(new(Attainment.Attained, "2个街道全部达标。"));

    [Fact]
    public void Without_streets_nothing_is_known() => Judgement.OfStreets([]).Result.ShouldBe(Attainment.InsufficientData);

    private static Judgement Judge(params (string Part, decimal Value)[] values) =>
        Evaluation.Of(Places, Year, [.. values.Select(v => new Measurement(Year, v.Part, v.Value))]);
}
