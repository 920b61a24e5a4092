using Campaign.Scoring.ManualEntries;
using Campaign.Scoring.Rulebook;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.ManualEntries;

public sealed class MakeManualEntrySpecs
{
    private static readonly Policy ByHand = new(1, 0, [], Items:
    [
        new("daily", "检查", "mean", "inspection", 90), new("archive", "档案", "manual", "manual", 10),
        new("april", "爱国卫生月", "manual", "manual", Cap: 2, Months: [4]),
    ]);
    private static readonly ManualEntryMade Entry = new("1", "A", new DateOnly(2024, 9, 30), "archive", 8, "档案齐全", ["sha"], At(30));

    [Fact]
    public void An_entry_is_made_for_an_item_that_is_filled_by_hand() =>
        new Scenario<ManualEntryState>([]).When(new MakeManualEntry(Entry, ByHand).Decide).Then(Entry).AndAgainNothing();

    [Fact]
    public void The_same_entry_again_is_nothing_though_its_evidence_is_another_list() =>
        new Scenario<ManualEntryState>([Entry])
            .When(new MakeManualEntry(Entry with { Evidence = ["sha"], At = At(31, month: 10) }, ByHand).Decide).ThenNothing();

    [Fact]
    public void An_entry_may_be_put_right() =>
        new Scenario<ManualEntryState>([Entry]).When(new MakeManualEntry(Entry with { Value = 7 }, ByHand).Decide)
            .Then(Entry with { Value = 7 }).AndAgainNothing();

    [Theory]
    [InlineData("nothing")]
    [InlineData("daily")]
    [InlineData("april")]
    public void Nothing_is_entered_that_the_policy_of_the_month_does_not_take(string item) =>
        new Scenario<ManualEntryState>([]).When(new MakeManualEntry(Entry with { Item = item }, ByHand).Decide)
            .ThenRefused(MakeManualEntry.ItemUnknown);
}
