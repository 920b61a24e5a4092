using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>
/// Keeps which assignments passed their deadline. What a rectification missed, its finding tells already: one delay counts once.
/// </summary>
internal sealed class AssignmentConsumer(IEventStore store) : IConsumer<AssignmentBecameOverdue>
{
    private const string Rectification = "Rectification";

    public Task Consume(ConsumeContext<AssignmentBecameOverdue> context) => context.Message.Kind == Rectification
        ? Task.CompletedTask
        : store.Ingest(context, context.Message.Street, context.Message.AssignmentId);
}
