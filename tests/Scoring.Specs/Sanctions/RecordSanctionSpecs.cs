using Campaign.Scoring.Honours;
using Campaign.Scoring.Sanctions;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Sanctions;

public sealed class RecordSanctionSpecs
{
    private static readonly SanctionRecorded Recorded = new(
        "1", SanctionKind.Accountability, null, "广场社区书记", HonourScope.HalfYear, "2024-09", "南办〔2024〕6号", "约谈", "卫生死角", "office",
        At(3));

    [Fact]
    public void It_is_recorded_once_whoever_says_it_again() =>
        Given().When(new RecordSanction(Recorded).Decide).Then(Recorded).AndAgainNothing();

    [Fact]
    public void Said_again_later_by_another_it_is_the_same() =>
        Given(Recorded).When(new RecordSanction(Recorded with { By = "district", At = At(9) }).Decide).ThenNothing();

    [Fact]
    public void It_is_put_right_until_it_is_withdrawn()
    {
        var right = Recorded with { Document = "南办〔2024〕7号" };
        Given(Recorded).When(new RecordSanction(right).Decide).Then(right);
        Given(Recorded, new SanctionWithdrawn("1", "处理有误", "office", At(9))).When(new RecordSanction(right).Decide)
            .ThenRefused(SanctionRules.Withdrawn);
    }

    [Theory]
    [InlineData("A", null, true)]
    [InlineData(null, "广场社区书记", true)]
    [InlineData("A", "广场社区书记", false)]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    public void It_is_against_a_unit_or_a_post(string? unit, string? post, bool valid) =>
        new NewSanction.Validator().Validate(new NewSanction(
            SanctionKind.Criticism, HonourScope.Month, "2024-09", "南办〔2024〕6号", "卫生死角", unit, post)).IsValid.ShouldBe(valid);

    private static Scenario<HonourState> Given(params object[] history) => new(history);
}
