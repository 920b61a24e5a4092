using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Specs.ScoreSheets;

public sealed class DeductionTextSpecs
{
    [Theory]
    [InlineData("缺一项扣0.5分，扣完为止", 0.5)]
    [InlineData("缺一项扣0.5分，扣完为止。", 0.5)]
    [InlineData("每处扣1分", 1)]
    [InlineData("每缺1项扣0.5分", 0.5)]
    [InlineData("一处不合格扣2分", 2)]
    [InlineData("发现一处扣１分；扣完为止", 1)]
    [InlineData("垃圾桶破损、满溢，每处扣1分", 1)]
    [InlineData("档案资料 每少一份 扣 0.2 分", 0.2)]
    public void Points_for_each_occurrence_are_read_where_that_is_sure(string text, double points) =>
        DeductionText.Parse(text, 5).ShouldBe(new(DeductionForm.PerOccurrence, (decimal)points));

    [Fact]
    public void A_cap_below_the_maximum_is_kept() =>
        DeductionText.Parse("每处扣0.5分，最多扣2分", 5).ShouldBe(new(DeductionForm.PerOccurrence, 0.5m, Cap: 2));

    [Theory]
    [InlineData("不达标不得分")]
    [InlineData("未达标的，不得分")]
    [InlineData("不符合要求扣5分")]
    [InlineData("未设置的不得分。")]
    public void All_or_nothing(string text) => DeductionText.Parse(text, 5).ShouldBe(new(DeductionForm.AllOrNothing));

    [Theory]
    [InlineData("酌情扣分")]
    [InlineData("视情况扣分")]
    public void What_is_left_to_the_inspector_is_a_free_amount(string text) =>
        DeductionText.Parse(text, 5).ShouldBe(new(DeductionForm.Free));

    [Fact]
    public void A_single_fault_costs_its_points_once() =>
        DeductionText.Parse("未建立制度扣2分", 5).ShouldBe(new(DeductionForm.Tiers, Tiers: [new(1, 2)]));

    [Theory]
    [InlineData("1-2处扣1分，3-5处扣2分，6处以上扣4分", true)]
    [InlineData("1至2处扣1分；3处及以上扣5分。", true)]
    [InlineData("1-2处扣1分，4-5处扣2分，6处以上扣4分", false)] // what of three?
    [InlineData("1-2处扣1分，3-5处扣2分", false)] // and of six?
    [InlineData("1-2处扣2分，3处以上扣1分", false)] // more faults for less
    [InlineData("2-3处扣1分，4处以上扣2分", false)]
    public void Bands_are_read_when_nothing_is_left_out(string text, bool understood) =>
        (DeductionText.Parse(text, 5)?.Form is DeductionForm.Tiers).ShouldBe(understood);

    [Theory]
    [InlineData("根据检查情况综合评定")]
    [InlineData("酌情扣1-3分")]
    [InlineData("无领导小组扣1分，无年度计划扣1分")]
    [InlineData("每2处扣1分")]
    [InlineData("每增加10%扣1分")]
    [InlineData("使用一次性餐具扣2分")]
    [InlineData("至少一处宣传栏扣1分")]
    [InlineData("每年缺一项扣1分")]
    [InlineData("无制度扣2分，缺一项扣0.5分")]
    [InlineData("每处扣6分")] // above the maximum
    [InlineData("")]
    public void What_fits_no_form_is_not_guessed(string text) => DeductionText.Parse(text, 5).ShouldBeNull();
}
