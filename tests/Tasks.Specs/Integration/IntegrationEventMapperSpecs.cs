using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Integration;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;
using Facts = Campaign.Contracts.Tasks;
using Json = Campaign.Testing.Json;

namespace Campaign.Tasks.Specs.Integration;

public sealed class IntegrationEventMapperSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-000000000009");

    [Fact]
    public void What_this_service_routed_is_told() =>
        Told(Routed).ShouldBe(Json.Of(
            new Facts.RectificationAssigned(TheStreet, TheFinding.FindingId, 1, Id, 3, TheUnit, [AnotherUnit], "P01", Due, Morning)));

    [Fact]
    public void A_rectification_handed_on_is_told_as_assigned_anew() =>
        Told(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", TheFinding, Noon)).ShouldBe(Json.Of(
            new Facts.RectificationAssigned(TheStreet, TheFinding.FindingId, 1, Id, 3, AnotherUnit, [], null, Due, Noon)));

    [Fact]
    public void What_the_unit_does_is_told()
    {
        Told(Accepted).ShouldBe(Json.Of(new Facts.RectificationAcknowledged(TheStreet, TheFinding.FindingId, 1, Id, 3, TheUnit,
            Accepted.At)));
        Told(Declined).ShouldBe(Json.Of(new Facts.RectificationDeclined(TheStreet, TheFinding.FindingId, 1, Id, 3, TheUnit,
            Declined.Reason, Declined.At)));
        Told(Reported).ShouldBe(Json.Of(new Facts.RectificationReported(TheStreet, TheFinding.FindingId, 1, Id, 3, TheUnit, Photos, null,
            Reported.At)));
    }

    [Fact]
    public void A_later_deadline_is_told() =>
        Told(new DeadlineExtended(TheUnit, Later, "连续降雨", TheFinding, Noon)).ShouldBe(Json.Of(
            new Facts.RectificationDeadlineExtended(TheStreet, TheFinding.FindingId, 1, Id, 3, Later, "连续降雨", Noon)));

    [Fact]
    public void A_suspension_is_told_as_a_later_deadline() =>
        Told(new ClockSuspended(TheUnit, Later, Later.AddDays(3), "等待管网改造", TheFinding, Noon, [])).ShouldBe(Json.Of(
            new Facts.RectificationDeadlineExtended(
                TheStreet, TheFinding.FindingId, 1, Id, 3, Later.AddDays(3), "挂账：等待管网改造", Noon, Later)));

    [Fact]
    public void An_overdue_assignment_is_told_of_whatever_kind()
    {
        Told(Overdue).ShouldBe(Json.Of(new Facts.AssignmentBecameOverdue(TheStreet, Id, 3, "OneOff", Title, TheUnit, Due)));
        Told(new RectificationBecameOverdue(TheFinding, 4, TheUnit, Due)).ShouldBe(Json.Of(
            new Facts.AssignmentBecameOverdue(TheStreet, Id, 3, "Rectification", "整改 990101001-2024-000001", TheUnit, Due)));
    }

    [Fact]
    public void Streets_and_units_are_told()
    {
        Told(new StreetRegistered(TheStreet, "南关街道", Morning)).ShouldBe(Json.Of(new Facts.StreetRegistered(TheStreet, 3, "南关街道")));
        var january = new DateOnly(2024, 1, 1);
        Told(new UnitRegistered("U001", "广场社区", "居委会", "C1", january, null, Morning)).ShouldBe(Json.Of(
            new Facts.UnitRegistered(TheStreet, "U001", 3, "广场社区", "居委会", january, null)));
    }

    [Fact]
    public void What_Inspections_said_is_not_told_back()
    {
        object[] followed =
        [
            Opened, Rejected, StruckOff, new RectificationTakenOver(TheFinding, 2, TheUnit, Due, Morning),
            new RectificationHandedBack(TheFinding, 3, TheUnit, Noon), new RectificationExtended(TheFinding, 3, TheUnit, Later, Noon),
            new RectificationCalledOff(TheFinding, 3, "误登", Noon),
        ];
        followed.Select(ToContract).ShouldAllBe(contract => contract == null);
    }

    [Fact]
    public void What_is_no_rectification_stays_inside() =>
        new object[] { Issued, Acknowledged, Submitted, Returned, Approved, Cancelled }.Select(ToContract)
            .ShouldAllBe(contract => contract == null);

    private static string Told(object data) => Json.Of(ToContract(data).ShouldNotBeNull());

    private static object? ToContract(object data) =>
        new IntegrationEventMapper()
            .ToContract(new RecordedEvent(new StreamId(TheStreet, Id), 3, Guid.NewGuid(), data, EventMetadata.None, 1, Morning));
}
