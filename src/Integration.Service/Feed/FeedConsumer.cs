using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using Campaign.Messaging;
using MassTransit;

namespace Campaign.Integration.Feed;

/// <summary>Takes what the services publish into the feed, each message once.</summary>
internal sealed class FeedConsumer<T>(IEventStore store) : IConsumer<T> where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        var data = JsonSerializer.SerializeToElement(context.Message, JsonSerializerOptions.Web);
        var entry = new FeedEntryAdded(typeof(T).Name, data, context.SentTime ?? DateTimeOffset.UnixEpoch);
        var stream = new StreamId<FeedEntry>(data.GetProperty("street").GetString()!, context.MessageId!.Value);
        return store.Handle(context, stream, state => FeedEntry.Add(entry, state));
    }
}

internal static class FeedConsumers
{
    /// <summary>
    /// Only the street's own closing asks how far a sheet is; other systems hear of a visit, a covert one above all, by its score.
    /// The list of categories is no street's, and is asked for whole.
    /// </summary>
    private static readonly Type[] BetweenServices =
        [typeof(InspectionStarted), typeof(InspectionSubmitted), typeof(FindingCategoriesSet)];

    public static IReadOnlyList<Type> Contracts { get; } =
    [
        .. typeof(InspectionStarted).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false }).Except(BetweenServices),
    ];
}
