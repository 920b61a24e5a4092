using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Offline;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Offline;

/// <summary>When two people changed the same case, and when it only looks so.</summary>
public sealed class ConflictSpecs
{
    private static readonly Guid Phone = Guid.Parse("019300c8-0000-7000-8000-0000000000d1");

    private static readonly PreparedCommand Verification = PreparedCommand.On<Finding>(
        new VerifyRectification(VerificationResult.Passed, null, new HashSet<string>(), After.ToHashSet(), Morning.AddHours(8)).Decide,
        FindingIntents.MovesFinding);

    private static readonly PreparedCommand Photos = PreparedCommand.On<Finding>(
        new AddPhotos([new('e', 64)], Morning.AddHours(8)).Decide, PreparedCommand.Never);

    [Fact]
    public void A_verification_of_a_round_that_moved_on_unseen_is_a_conflict() =>
        Meets(Verification, seen: [Recorded, Routed, Reported], unseen: [Rejected, Reported]).ShouldBeTrue();

    [Fact]
    public void So_is_one_that_is_refused_for_what_somebody_else_did() =>
        Meets(Verification, seen: [Recorded, Routed, Reported], unseen: [Rejected]).ShouldBeTrue();

    [Fact]
    public void Both_having_done_the_same_is_none() =>
        Meets(Verification, seen: [Recorded, Routed, Reported], unseen: [StruckOff]).ShouldBeFalse();

    [Fact]
    public void Photos_and_passing_deadlines_disturb_nobody() =>
        Meets(Verification, seen: [Recorded, Routed, Reported], unseen: [new BeforePhotosAdded([new('f', 64)], Morning), Overdue])
            .ShouldBeFalse();

    [Fact]
    public void Photos_are_added_whatever_others_did() =>
        Meets(Photos, seen: [Recorded], unseen: [Routed, Reported, Rejected]).ShouldBeFalse();

    [Fact]
    public void What_is_wrong_in_itself_is_refused_and_bothers_nobody()
    {
        var byTheUnit = PreparedCommand.On<Finding>(
            new VerifyRectification(VerificationResult.Passed, null, new HashSet<string> { Unit }, After.ToHashSet(), Morning).Decide,
            FindingIntents.MovesFinding);
        Meets(byTheUnit, seen: [Recorded, Routed], unseen: [Reported]).ShouldBeFalse();
    }

    [Fact]
    public void A_device_knows_its_own_doing_from_that_of_others()
    {
        var history = new[]
        {
            Event(1, Recorded, cause: null), Event(2, Routed, cause: "message"), Event(3, Reported, Device.Cause(Guid.NewGuid(), 3)),
            Event(4, StruckOff, Device.Cause(Phone, 7)), Event(5, Relapsed, cause: null),
        };
        Device.Unseen(Phone, 1, history).Select(e => e.Version).ShouldBe([2L, 3L, 5L]);
    }

    private static bool Meets(PreparedCommand command, object[] seen, object[] unseen) =>
        command.Conflicts(command.Decide([.. seen, .. unseen]), unseen);

    private static RecordedEvent Event(long version, object data, string? cause) =>
        new(new("990101001", Guid.Empty), version, Guid.NewGuid(), data, new(CausationId: cause), version, Morning);
}
