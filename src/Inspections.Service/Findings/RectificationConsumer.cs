using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Messaging;
using MassTransit;

namespace Campaign.Inspections.Findings;

/// <summary>What the responsible unit does in Tasks moves its finding here.</summary>
internal sealed class RectificationConsumer(IEventStore store) :
    IConsumer<RectificationAssigned>, IConsumer<RectificationAcknowledged>, IConsumer<RectificationDeclined>,
    IConsumer<RectificationDeadlineExtended>, IConsumer<Contracts.Tasks.RectificationReported>
{
    public Task Consume(ConsumeContext<RectificationAssigned> context)
    {
        var m = context.Message;
        return store.Handle<Finding>(context, new(m.Street, m.FindingId),
            new RouteFinding(m.Round, m.Unit, m.CooperatingUnits, m.Due, new(m.AssignmentId, m.Version), m.At).Decide);
    }

    public Task Consume(ConsumeContext<RectificationAcknowledged> context)
    {
        var m = context.Message;
        return store.Handle<Finding>(context, new(m.Street, m.FindingId),
            new AcknowledgeFinding(m.Round, m.Unit, new(m.AssignmentId, m.Version), m.At).Decide);
    }

    public Task Consume(ConsumeContext<RectificationDeclined> context)
    {
        var m = context.Message;
        return store.Handle<Finding>(context, new(m.Street, m.FindingId),
            new DeclineRouting(m.Round, m.Unit, m.Reason, new(m.AssignmentId, m.Version), m.At).Decide);
    }

    public Task Consume(ConsumeContext<RectificationDeadlineExtended> context)
    {
        var m = context.Message;
        return store.Handle<Finding>(context, new(m.Street, m.FindingId),
            new ExtendDeadline(m.Round, m.Due, m.Reason, new(m.AssignmentId, m.Version), m.At, m.SuspendedUntil).Decide);
    }

    public Task Consume(ConsumeContext<Contracts.Tasks.RectificationReported> context)
    {
        var m = context.Message;
        return store.Handle<Finding>(context, new(m.Street, m.FindingId),
            new ReportRectification(m.Round, m.Unit, m.Photos, m.Note, new(m.AssignmentId, m.Version), m.At, m.ByOffice).Decide);
    }
}
