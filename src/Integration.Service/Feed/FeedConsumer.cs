using System.Text.Json;
using Campaign.EventStore;
using Campaign.ServiceDefaults.Messaging;
using MassTransit;

namespace Campaign.Integration.Feed;

/// <summary>Takes every contract the platform has into the feed, each message once.</summary>
internal sealed class FeedConsumer<T>(IEventStore store) : IConsumer<T> where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        var data = JsonSerializer.SerializeToElement(context.Message, JsonSerializerOptions.Web);
        var entry = new FeedEntryAdded(typeof(T).Name, data, context.SentTime ?? DateTimeOffset.UnixEpoch);
        var stream = new StreamId(data.GetProperty("street").GetString()!, context.MessageId!.Value);
        return store.On<FeedEntry>(context, stream, state => FeedEntry.Add(entry, state));
    }
}

internal static class FeedConsumers
{
    public static IReadOnlyList<Type> Contracts { get; } =
        [.. typeof(Campaign.Contracts.Tasks.UnitRegistered).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false })];
}
