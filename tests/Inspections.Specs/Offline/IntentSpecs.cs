using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Offline;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Offline;

public sealed class IntentSpecs
{
    private static readonly DateTimeOffset Now = FindingStory.Morning;

    [Fact]
    public void A_clock_may_be_five_minutes_ahead_and_a_year_late()
    {
        SyncRules.Untimely(Now.AddMinutes(5), Now).ShouldBeNull();
        SyncRules.Untimely(Now.AddMinutes(5).AddTicks(1), Now).ShouldBe(SyncRules.TimeInFuture);
        SyncRules.Untimely(Now.AddDays(-366), Now).ShouldBeNull();
        SyncRules.Untimely(Now.AddDays(-366).AddTicks(-1), Now).ShouldBe(SyncRules.TimeTooOld);
    }

    [Fact]
    public void A_phone_is_stuck_behind_its_own_photo_only()
    {
        SyncRules.MayComeAgain(EvidenceRules.Unknown with { Pointer = "/body/photos/3" }).ShouldBeTrue();
        SyncRules.MayComeAgain(FindingRules.AfterPhotoNotThere).ShouldBeFalse();
        SyncRules.MayComeAgain(FindingRules.NotOpen).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Applied", null, null, "Duplicate", null)]
    [InlineData("Refused", null, null, "Refused", "finding-not-open")]
    [InlineData("Conflicted", "Open", false, "Conflict", null)]
    [InlineData("Held", "Open", false, "Held", null)]
    [InlineData("Conflicted", "Resolved", true, "Duplicate", null)]
    [InlineData("Held", "Resolved", true, "Duplicate", null)]
    [InlineData("Held", "Resolved", false, "Refused", "overruled")]
    public void Sent_again_it_is_told_what_became_of_it(string fate, string? conflict, bool? upheld, string outcome, string? rule)
    {
        var state = conflict is null ? (ConflictState?)null : Enum.Parse<ConflictState>(conflict);
        var line = new JournalLine(
            1, Guid.Empty, Enum.Parse<IntentFate>(fate), Guid.Empty, 1, null, fate == "Refused" ? "finding-not-open" : null, null, null,
            conflict is null ? null : Guid.Empty, state, "以复核为准", upheld);

        var answer = line.Answer(again: true);

        (answer.Outcome.ToString(), answer.Rule, answer.Taken).ShouldBe((outcome, rule, true));
    }

    [Fact]
    public void Whatever_happens_on_a_visit_can_be_told()
    {
        var events = InspectionsModule.Events.ByName.Values.Select(Samples.Of).OfType<IInspectionEvent>().ToList();
        events.ShouldNotBeEmpty();
        events.Where(e => InspectionHistory.Tell(e).Length == 0).Select(e => e.GetType().Name).ShouldBeEmpty();
    }

    [Fact]
    public void A_score_of_another_item_disturbs_nobody_and_one_of_the_same_does()
    {
        var scored = new InspectionItemScored(new(3, 10, false, 1, "脏"), 99, Now);
        InspectionIntents.ScoresItem(scored, 3).ShouldBeTrue();
        InspectionIntents.ScoresItem(scored, 4).ShouldBeFalse();
        InspectionIntents.ScoresItem(new InspectionItemsCorrected([], Now), 4).ShouldBeTrue();
    }
}
