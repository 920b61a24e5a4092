using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults.Messaging;
using MassTransit;

namespace Campaign.Inspections.Integration;

/// <summary>What the responsible unit does in Tasks moves its case here.</summary>
internal sealed class RectificationConsumer(IEventStore store) :
    IConsumer<RectificationAssigned>, IConsumer<RectificationAcknowledged>, IConsumer<RectificationDeclined>,
    IConsumer<RectificationDeadlineExtended>, IConsumer<Contracts.Tasks.RectificationReported>
{
    public Task Consume(ConsumeContext<RectificationAssigned> context) =>
        On(context, context.Message.Street, context.Message.FindingId,
            new RouteFinding(context.Message.Round, context.Message.Unit, context.Message.Due, context.Message.Version, context.Message.At).Decide);

    public Task Consume(ConsumeContext<RectificationAcknowledged> context) =>
        On(context, context.Message.Street, context.Message.FindingId,
            new AcceptFinding(context.Message.Round, context.Message.Unit, context.Message.At).Decide);

    public Task Consume(ConsumeContext<RectificationDeclined> context) =>
        On(context, context.Message.Street, context.Message.FindingId,
            new DeclineRouting(context.Message.Round, context.Message.Unit, context.Message.Reason, context.Message.At).Decide);

    public Task Consume(ConsumeContext<RectificationDeadlineExtended> context) =>
        On(context, context.Message.Street, context.Message.FindingId,
            new ExtendDeadline(context.Message.Round, context.Message.Due, context.Message.Reason, context.Message.At).Decide);

    public Task Consume(ConsumeContext<Contracts.Tasks.RectificationReported> context) =>
        On(context, context.Message.Street, context.Message.FindingId,
            new ReportRectification(context.Message.Round, context.Message.Unit, context.Message.Photos, context.Message.Note, context.Message.At).Decide);

    private Task On(ConsumeContext message, string street, Guid finding, Func<Finding, Decision> decide) =>
        store.On(message, new StreamId(street, finding), decide);
}
