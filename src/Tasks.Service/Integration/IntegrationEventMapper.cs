using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Rectifications;
using Facts = Campaign.Contracts.Tasks;

namespace Campaign.Tasks.Integration;

/// <summary>What this service tells the others. An event without an arm stays inside: above all what an old ledger routed.</summary>
internal sealed class IntegrationEventMapper : IIntegrationEventMapper
{
    public object? ToContract(RecordedEvent @event)
    {
        var (street, id, version) = (@event.Stream.Tenant, @event.Stream.Id, @event.Version);
        return @event.Data switch
        {
            StreetRegistered e => new Facts.StreetRegistered(e.Code, version, e.Name),
            UnitRegistered { Overtaken: false } e => new Facts.UnitRegistered(street, e.Code, version, e.Name, e.Category, e.From, e.Until),
            CommunityRegistered { Overtaken: false } e => new Facts.CommunityRegistered(street, e.Code, version, e.Name),
            HeadingWordsSet e => new Facts.HeadingWordsSet(
                street, version, [.. e.Words.Select(word => word.Heading)], [.. e.Words.Select(word => word.Word)]),
            RectificationIssued e => new Facts.RectificationAssigned(
                street, e.Case.FindingId, e.Case.Round, id, version, e.Unit, e.CooperatingUnits, e.Guarantor, e.Due, e.At),
            AssignmentReassigned { Case: { } c } e => new Facts.RectificationAssigned(
                street, c.FindingId, c.Round, id, version, e.Unit, e.CooperatingUnits ?? [], e.Guarantor, e.Due, e.At),
            RectificationDeclined e => new Facts.RectificationDeclined(
                street, e.Case.FindingId, e.Case.Round, id, version, e.Unit, e.Reason, e.At),
            AssignmentAcknowledged { Case: { } c } e =>
                new Facts.RectificationAcknowledged(street, c.FindingId, c.Round, id, version, e.Unit, e.At),
            AssignmentSubmitted { Case: { } c } e => new Facts.RectificationReported(
                street, c.FindingId, c.Round, id, version, e.Unit, e.Photos, e.Note, e.At, e.ByOffice),
            DeadlineExtended { Case: { } c } e => new Facts.RectificationDeadlineExtended(
                street, c.FindingId, c.Round, id, version, e.Due, e.Reason, e.At),
            // To the finding a suspension is a later deadline; see ResumeClock.
            ClockSuspended { Case: { } c } e => new Facts.RectificationDeadlineExtended(
                street, c.FindingId, c.Round, id, version, e.Due, $"挂账：{e.Reason}", e.At, e.Until),
            AssignmentBecameOverdue e => new Facts.AssignmentBecameOverdue(street, id, version, e.Kind.ToString(), e.Title, e.Unit, e.Due),
            RectificationBecameOverdue e => new Facts.AssignmentBecameOverdue(
                street, id, version, RectificationKind.InContracts, FollowedFact.TitleOf(e.Case), e.Unit, e.Due),
            _ => null,
        };
    }
}
