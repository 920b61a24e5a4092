using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Offline;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Offline;

/// <summary>A phone struck off what the office had sent back; behind it wait a photo and a relapse.</summary>
public sealed class ResolveConflictSpecs
{
    private static readonly DateTimeOffset Now = Morning.AddDays(1);
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly SyncConflict Open = SyncConflict.Initial.Evolve(new ConflictRaised(
        Guid.Empty, "phone-1", "inspector", [], Guid.Empty, 3, 4, Ids[0], 1, "verifyRectification", Morning, null, Morning));

    private static readonly PreparedCommand Void = PreparedCommand.On<Finding>(
        new VoidFinding("误报", Now).Decide, FindingIntents.MovesFinding);
    private static readonly PreparedCommand Photos = PreparedCommand.On<Finding>(
        new AddPhotos([new('e', 64)], Now).Decide, PreparedCommand.Never);
    private static readonly PreparedCommand Relapse = PreparedCommand.On<Finding>(
        new ReportRelapse("再次堆积", Now).Decide, FindingIntents.MovesFinding);

    internal static readonly StreamId Thing = new("990101001", Guid.Empty);
    internal static readonly StreamId<SyncConflict> Stream = SyncConflict.Stream("990101001", Ids[0]);

    private static readonly object[] History = [Recorded, Routed, Reported, Rejected];
    private static readonly object[] Unseen = [Rejected];

    [Fact]
    public void Taking_mine_does_all_that_can_be_done_in_order() => Resolve(ConflictChoice.Mine, Photos, Void).ShouldYield(
        [new BeforePhotosAdded([new('e', 64)], Now), new FindingVoided(Number, 1, "误报", Now)], applied: [0, 1], dropped: []);

    [Fact]
    public void Each_is_decided_on_what_those_before_it_made() => Resolve(ConflictChoice.Mine, Void, Photos).ShouldYield(
        [new FindingVoided(Number, 1, "误报", Now)], applied: [0], dropped: [1]);

    [Fact]
    public void Mine_that_can_no_longer_be_done_is_refused_and_the_conflict_stays()
    {
        var decision = Resolve(ConflictChoice.Mine, Relapse, Photos);
        decision.Refusal.ShouldBe(FindingRules.NotStruckOff);
        decision.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Taking_theirs_keeps_what_contradicts_nobody() => Resolve(ConflictChoice.Theirs, Void, Photos, Relapse).ShouldYield(
        [new BeforePhotosAdded([new('e', 64)], Now)], applied: [1], dropped: [0, 2]);

    [Fact]
    public void A_resolution_is_said_once_and_not_turned_round()
    {
        var resolved = Open.Evolve(new ConflictResolved(ConflictChoice.Theirs, "以复核为准", [], [Ids[0]], Now));
        Resolve(ConflictChoice.Theirs, resolved, Void).ShouldBe(JointDecision.Nothing);
        Resolve(ConflictChoice.Mine, resolved, Void).Refusal.ShouldBe(SyncRules.ConflictIsResolved);
        Resolve(ConflictChoice.Mine, SyncConflict.Initial, Void).Refusal.ShouldBe(SyncRules.ConflictNotFound);
    }

    private static JointDecision Resolve(ConflictChoice take, params PreparedCommand[] waiting) => Resolve(take, Open, waiting);

    private static JointDecision Resolve(ConflictChoice take, SyncConflict conflict, params PreparedCommand[] waiting) =>
        new ResolveConflict(take, "以复核为准", Now).Decide(
            new(Stream, conflict, 1), [.. waiting.Select((command, i) => new PendingIntent(Ids[i], command, Unseen))], History);
}

internal static class Resolutions
{
    public static void ShouldYield(this JointDecision decision, object[] events, int[] applied, int[] dropped)
    {
        decision.Refusal.ShouldBeNull();
        decision.EventsOf(ResolveConflictSpecs.Thing).Select(Json.Of).ShouldBe(events.Select(Json.Of));
        decision.CausationId.ShouldBe(Device.Cause(Guid.Empty, 1), "the device knows it for its own doing");
        var resolved = decision.EventsOf(ResolveConflictSpecs.Stream).ShouldHaveSingleItem().ShouldBeOfType<ConflictResolved>();
        resolved.Applied.Select(Number).ShouldBe(applied);
        resolved.Dropped.Select(Number).ShouldBe(dropped);
    }

    private static int Number(Guid id) => id.ToByteArray()[0] - 1;
}
