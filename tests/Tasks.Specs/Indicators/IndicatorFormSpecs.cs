using Campaign.Tasks.Indicators;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

/// <summary>Every form of target of the standard, at its edges.</summary>
public sealed class IndicatorFormSpecs
{
    private static readonly Indicator MortalityOrFalling = Of(new(TargetForm.FixedOrTrend, Comparison.AtMost, 5.6m, Years: 3), "‰");
    private static readonly Indicator Falling = Of(new(TargetForm.Trend, Direction: Direction.Down, Years: 3));
    private static readonly Indicator NotAboveMean = Of(new(TargetForm.NotAboveOwnMean, Years: 5), "/10万");
    private static readonly Indicator Planned = Of(new(TargetForm.AtLeastPlanInput, Basis: "所在地区域卫生规划"), "张/千人");

    [Theory]
    [InlineData(">=", "90", true), InlineData(">=", "89.99", false)]
    [InlineData(">", "90", false), InlineData(">", "90.01", true)]
    [InlineData("<=", "90", true), InlineData("<=", "90.000001", false)]
    [InlineData("<", "90", false), InlineData("<", "89.99", true)]
    [InlineData("=", "90.00", true), InlineData("=", "90.01", false)]
    public void A_threshold_is_met_as_its_sign_says(string sign, string value, bool attained)
    {
        var op = Testing.Json.Read<Comparison>($"\"{sign}\"");
        Judge(Of(Fixed(op, 90)), (Year, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)))
            .Result.ShouldBe(attained ? Attainment.Attained : Attainment.NotAttained);
    }

    [Fact]
    public void A_reason_names_the_figure_the_year_and_the_target() =>
        Judge(Of(Fixed(Comparison.AtLeast, 90)), (Year, 88.50m)).Reason.ShouldBe("2024年为88.5%，未达到“≥90%”。");

    [Theory]
    [InlineData("1/10万", "2024年为16/10万，达到“≤18/10万”。")]
    [InlineData("/10万", "2024年为16/10万，达到“≤18/10万”。")]
    [InlineData("10万人", "2024年为16 10万人，达到“≤18 10万人”。")]
    [InlineData("%", "2024年为16%，达到“≤18%”。")]
    public void A_figure_is_never_glued_to_a_number_of_its_unit(string unit, string reason) =>
        Judge(Of(Fixed(Comparison.AtMost, 18), unit), (Year, 16)).Reason.ShouldBe(reason);

    [Fact]
    public void A_figure_of_another_year_is_no_figure_of_this_one() =>
        Judge(Of(Fixed(Comparison.AtLeast, 90)), (2023, 95)).ShouldBe(new(Attainment.InsufficientData, "缺少2024年的数值。"));

    [Fact]
    public void The_threshold_alone_is_enough_where_a_trend_would_do_too() =>
        Judge(MortalityOrFalling, (Year, 5.6m)).ShouldBe(new(Attainment.Attained, "2024年为5.6‰，达到“≤5.6‰”。"));

    [Fact]
    public void Three_better_years_in_a_row_stand_in_for_the_threshold() =>
        Judge(MortalityOrFalling, (2021, 7), (2022, 6.8m), (2023, 6.5m), (Year, 6.1m)).ShouldBe(new(
            Attainment.Attained, "2024年为6.1‰，未达到“≤5.6‰”。近3年逐年降低：2021年为7‰、2022年为6.8‰、2023年为6.5‰、2024年为6.1‰。"));

    [Fact]
    public void One_year_without_change_breaks_the_trend() =>
        Judge(MortalityOrFalling, (2021, 7), (2022, 6.5m), (2023, 6.5m), (Year, 6.1m)).ShouldBe(new(
            Attainment.NotAttained, "2024年为6.1‰，未达到“≤5.6‰”。2023年为6.5‰，比2022年为6.5‰没有降低，不是近3年逐年降低。"));

    [Fact]
    public void A_threshold_missed_without_the_years_before_is_not_guessed() =>
        Judge(MortalityOrFalling, (2022, 6.8m), (Year, 6.1m)).ShouldBe(new(
            Attainment.InsufficientData, "2024年为6.1‰，未达到“≤5.6‰”。缺少2021年、2023年的数值，无法判断是否近3年逐年降低。"));

    [Fact]
    public void For_more_is_better_the_trend_goes_up()
    {
        var rising = Of(new(TargetForm.FixedOrTrend, Comparison.AtLeast, 23, Years: 3));
        Judge(rising, (2021, 15), (2022, 16), (2023, 17), (Year, 18)).Result.ShouldBe(Attainment.Attained);
        Judge(rising, (2021, 18), (2022, 17), (2023, 16), (Year, 15)).Result.ShouldBe(Attainment.NotAttained);
    }

    [Fact]
    public void A_mere_trend_needs_the_year_before_the_first_of_its_years_too()
    {
        Judge(Falling, (2021, 53), (2022, 52), (2023, 51), (Year, 50)).Result.ShouldBe(Attainment.Attained);
        Judge(Falling, (2022, 52), (2023, 51), (Year, 50)).Result.ShouldBe(Attainment.InsufficientData);
    }

    [Fact]
    public void No_change_is_no_trend() =>
        Judge(Falling, (2021, 53), (2022, 52), (2023, 51), (Year, 51)).Result.ShouldBe(Attainment.NotAttained);

    [Fact]
    public void What_the_known_years_rule_out_is_no_matter_of_the_missing_ones() =>
        Judge(Falling, (2022, 50), (Year, 50)).ShouldBe(new(
            Attainment.NotAttained, "2024年为50%，比2022年为50%没有降低，不是近3年逐年降低。"));

    [Fact]
    public void The_own_mean_leaves_the_year_itself_out()
    {
        (int, decimal)[] before = [(2019, 90), (2020, 100), (2021, 110), (2022, 100), (2023, 100)];
        Judge(NotAboveMean, [.. before, (Year, 100)]).ShouldBe(new(
            Attainment.Attained, "2024年为100/10万，不高于前5年（2019—2023年）的平均值100/10万。"));
        Judge(NotAboveMean, [.. before, (Year, 100.01m)]).Result.ShouldBe(Attainment.NotAttained);
    }

    [Fact]
    public void A_mean_without_an_exact_decimal_is_compared_exactly()
    {
        var ofThree = Of(new(TargetForm.NotAboveOwnMean, Years: 3));
        Judge(ofThree, (2021, 1), (2022, 0), (2023, 0), (Year, 0.333333m)).Result.ShouldBe(Attainment.Attained);
        Judge(ofThree, (2021, 1), (2022, 0), (2023, 0), (Year, 0.333334m)).Result.ShouldBe(Attainment.NotAttained);
    }

    [Fact]
    public void A_mean_of_fewer_years_is_none() =>
        Judge(NotAboveMean, (2020, 100), (2022, 100), (2023, 100), (Year, 1))
            .ShouldBe(new(Attainment.InsufficientData, "缺少2019年、2021年的数值。"));

    [Fact]
    public void What_a_plan_asks_for_is_reported_beside_the_figure()
    {
        Evaluation.Of(Planned, Year, [new(Year, Value: 7.5m, Planned: 7.5m)]).Reason.ShouldBe("2024年为7.5张/千人，不低于所在地区域卫生规划要求的7.5张/千人。");
        Evaluation.Of(Planned, Year, [new(Year, Value: 7.4m, Planned: 7.5m)]).Result.ShouldBe(Attainment.NotAttained);
        Evaluation.Of(Planned, Year, [new(Year, Value: 9)]).ShouldBe(new(
            Attainment.InsufficientData, "2024年为9张/千人，缺少2024年所在地区域卫生规划要求的数值。"));
        Evaluation.Of(Planned, Year, [new(Year, Planned: 7)]).Result.ShouldBe(Attainment.InsufficientData);
    }

    [Fact]
    public void A_grade_passes_from_the_lowest_that_does()
    {
        Grade("A").Result.ShouldBe(Attainment.Attained);
        Grade("C").Reason.ShouldBe("2024年为C级，不低于C级。");
        Grade("D").ShouldBe(new(Attainment.NotAttained, "2024年为D级，低于C级。"));
        Grade(null).Result.ShouldBe(Attainment.InsufficientData);

        static Judgement Grade(string? grade) =>
            Evaluation.Of(Of(new(TargetForm.GradeAtLeast, Grade: "C", Grades: ["A", "B", "C", "D"])), Year, [new(Year, Grade: grade)]);
    }

    [Fact]
    public void A_norm_without_a_limit_cannot_be_judged() =>
        Evaluation.Of(Of(new(TargetForm.Norm, Basis: "GB 3095 二级"), "μg/m³"), Year, [new(Year, Value: 60)]).ShouldBe(new(
            Attainment.InsufficientData, "2024年为60μg/m³，没有登记GB 3095 二级的限值，无法评价。"));

    private static Judgement Judge(Indicator indicator, params (int Year, decimal Value)[] values) =>
        Evaluation.Of(indicator, Year, Series(values));
}
