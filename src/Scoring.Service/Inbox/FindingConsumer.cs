using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>Keeps what Inspections and Tasks tell about findings, in whatever order it comes.</summary>
internal sealed class FindingConsumer(IEventStore store) :
    IConsumer<FindingRecorded>, IConsumer<FindingRouted>, IConsumer<FindingRoutingDeclined>, IConsumer<FindingDeadlineExtended>,
    IConsumer<RectificationRejected>, IConsumer<FindingStruckOff>, IConsumer<FindingBecameOverdue>, IConsumer<FindingRelapsed>,
    IConsumer<FindingVoided>, IConsumer<FindingMerged>, IConsumer<FindingForciblyClosed>, IConsumer<RectificationReported>
{
    public Task Consume(ConsumeContext<FindingRecorded> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRouted> context) => store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRoutingDeclined> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingDeadlineExtended> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<RectificationRejected> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingStruckOff> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingBecameOverdue> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRelapsed> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingVoided> context) => store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingMerged> context) => store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingForciblyClosed> context) =>
        store.Ingest(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<RectificationReported> context) =>
        store.Ingest(context, context.Message.Street, context.Message.AssignmentId);
}
