using Campaign.Scoring.Honours;
using Campaign.Scoring.Sanctions;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Sanctions;

public sealed class WithdrawSanctionSpecs
{
    private static readonly SanctionRecorded Recorded = new(
        "1", SanctionKind.Criticism, "A", null, HonourScope.Month, "2024-09", "南办〔2024〕6号", null, "卫生死角", "office", At(3));

    [Fact]
    public void It_is_withdrawn_with_a_reason_once() => Given(Recorded).When(new WithdrawSanction("1", "处理有误", "office", At(9)).Decide)
        .Then(new SanctionWithdrawn("1", "处理有误", "office", At(9))).AndAgainNothing();

    [Fact]
    public void What_was_not_recorded_is_not_withdrawn() =>
        Given().When(new WithdrawSanction("1", "处理有误", "office", At(9)).Decide).ThenRefused(SanctionRules.NotFound);

    private static Scenario<HonourState> Given(params object[] history) => new(history);
}
