using Campaign.Scoring.Assignments;
using Campaign.Scoring.Inbox;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.ManualEntries;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Subjects;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;
using Told = Campaign.Contracts.Tasks;

namespace Campaign.Scoring.Specs;

/// <summary>What metrics are fed with besides inspections and cases.</summary>
public sealed class EntrySpecs
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
        new Scenario<ManualEntryState>([Entry]).When(new MakeManualEntry(Entry with { Evidence = ["sha"], At = At(31, month: 10) }, ByHand).Decide).ThenNothing();

    [Fact]
    public void An_entry_may_be_put_right() =>
        new Scenario<ManualEntryState>([Entry]).When(new MakeManualEntry(Entry with { Value = 7 }, ByHand).Decide)
            .Then(Entry with { Value = 7 }).AndAgainNothing();

    [Theory]
    [InlineData("nothing")]
    [InlineData("daily")]
    [InlineData("april")]
    public void Nothing_is_entered_that_the_policy_of_the_month_does_not_take(string item) =>
        new Scenario<ManualEntryState>([]).When(new MakeManualEntry(Entry with { Item = item }, ByHand).Decide).ThenRefused(MakeManualEntry.ItemUnknown);

    [Fact]
    public void A_profile_holds_from_its_month_on()
    {
        var always = new SubjectProfiled("A", ProfileState.Always, 1.5m, 3000, "一类", At(1));
        var profile = new SubjectProfile(1.5m, 3500, "一类");
        new Scenario<ProfileState>([always]).When(new ProfileSubject("A", "2024-09", profile, At(2)).Decide)
            .Then(new SubjectProfiled("A", "2024-09", 1.5m, 3500, "一类", At(2))).AndAgainNothing();
        new Scenario<ProfileState>([always]).When(new ProfileSubject("A", ProfileState.Always, new(1.5m, 3000, "一类"), At(9)).Decide).ThenNothing();
    }

    [Fact]
    public void A_missed_deadline_is_kept_once()
    {
        var missed = new AssignmentMissedDeadline(4, "Archive", "2020 年档案", "A", At(9));
        var told = InboundMapper.ToEvent(new Told.AssignmentBecameOverdue("990101001", Guid.Empty, 4, "Archive", "2020 年档案", "A", At(9)));
        new Scenario<IngestedFacts>([]).When(new IngestFact(told).Decide).Then(missed).AndAgainNothing();
    }
}
