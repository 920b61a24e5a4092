using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>Keeps what Inspections tells about inspections, in whatever order it comes.</summary>
internal sealed class InspectionConsumer(IEventStore store) :
    IConsumer<InspectionStarted>, IConsumer<InspectionSubmitted>, IConsumer<InspectionScored>, IConsumer<InspectionWithdrawn>
{
    public Task Consume(ConsumeContext<InspectionStarted> context) =>
        store.Ingest(context, context.Message.Street, context.Message.InspectionId);

    public Task Consume(ConsumeContext<InspectionSubmitted> context) =>
        store.Ingest(context, context.Message.Street, context.Message.InspectionId);

    public Task Consume(ConsumeContext<InspectionScored> context) =>
        store.Ingest(context, context.Message.Street, context.Message.InspectionId);

    public Task Consume(ConsumeContext<InspectionWithdrawn> context) =>
        store.Ingest(context, context.Message.Street, context.Message.InspectionId);
}
