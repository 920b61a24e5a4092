using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Scoring.Sources;
using Campaign.Scoring.Subjects;
using MassTransit;

namespace Campaign.Scoring.Integration;

/// <summary>Keeps what Inspections and Tasks tell about cases and inspections, in whatever order it comes.</summary>
internal sealed class IntegrationEventConsumer(IEventStore store) :
    IConsumer<FindingRecorded>, IConsumer<FindingRouted>, IConsumer<FindingRoutingDeclined>, IConsumer<FindingDeadlineExtended>,
    IConsumer<RectificationRejected>, IConsumer<FindingStruckOff>, IConsumer<FindingBecameOverdue>, IConsumer<FindingRelapsed>,
    IConsumer<FindingVoided>, IConsumer<FindingMerged>, IConsumer<FindingForciblyClosed>, IConsumer<RectificationReported>,
    IConsumer<InspectionStarted>, IConsumer<InspectionSubmitted>, IConsumer<InspectionScored>
{
    public Task Consume(ConsumeContext<FindingRecorded> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRouted> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRoutingDeclined> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingDeadlineExtended> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<RectificationRejected> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingStruckOff> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingBecameOverdue> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingRelapsed> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingVoided> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingMerged> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<FindingForciblyClosed> context) => Keep(context, context.Message.Street, context.Message.FindingId);

    public Task Consume(ConsumeContext<RectificationReported> context) => Keep(context, context.Message.Street, context.Message.AssignmentId);

    public Task Consume(ConsumeContext<InspectionStarted> context) => Keep(context, context.Message.Street, context.Message.InspectionId);

    public Task Consume(ConsumeContext<InspectionSubmitted> context) => Keep(context, context.Message.Street, context.Message.InspectionId);

    public Task Consume(ConsumeContext<InspectionScored> context) => Keep(context, context.Message.Street, context.Message.InspectionId);

    private Task Keep<T>(ConsumeContext<T> context, string street, Guid source) where T : class =>
        store.Handle<Source>(context, new StreamId(street, source), new TakeFact(Translation.Of(context.Message)).Decide);
}

/// <summary>Keeps who is scored and what the street is called, as Tasks last told it.</summary>
internal sealed class RegistrationConsumer(IEventStore store) : IConsumer<UnitRegistered>, IConsumer<StreetRegistered>
{
    public Task Consume(ConsumeContext<UnitRegistered> context) => store.Handle<Registration>(
        context, Registration.OfUnit(context.Message.Street, context.Message.Unit),
        new Register(context.Message.Version, Translation.Of(context.Message)).Decide);

    public Task Consume(ConsumeContext<StreetRegistered> context) => store.Handle<Registration>(
        context, Registration.OfStreet(context.Message.Street),
        new Register(context.Message.Version, Translation.Of(context.Message)).Decide);
}

/// <summary>Keeps which assignments passed their deadline. What a rectification missed, its case tells already: one delay counts once.</summary>
internal sealed class AssignmentConsumer(IEventStore store) : IConsumer<AssignmentBecameOverdue>
{
    private const string Rectification = "Rectification";

    public Task Consume(ConsumeContext<AssignmentBecameOverdue> context) => context.Message.Kind == Rectification
        ? Task.CompletedTask
        : store.Handle<Source>(
            context, new StreamId(context.Message.Street, context.Message.AssignmentId), new TakeFact(Translation.Of(context.Message)).Decide);
}
