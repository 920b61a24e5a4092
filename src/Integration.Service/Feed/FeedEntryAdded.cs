using System.Text.Json;
using Campaign.EventStore;

namespace Campaign.Integration.Feed;

/// <summary>A fact of the platform, kept for those who pull the feed: contract name, its JSON, and when it was published.</summary>
internal sealed record FeedEntryAdded(string Type, JsonElement Data, DateTimeOffset At) : IFeedEvent;

internal interface IFeedEvent;

/// <summary>One stream a fact, so that any number of consumers append side by side.</summary>
internal sealed record FeedEntry : IAggregate<FeedEntry, IFeedEvent>
{
    public static FeedEntry Initial { get; } = new();

    public bool Added { get; init; }

    public FeedEntry Evolve(IFeedEvent @event) => @event switch
    {
        FeedEntryAdded => this with { Added = true },
    };

    public static Decision Add(FeedEntryAdded entry, FeedEntry state) => state.Added ? Decision.Nothing : Decision.Of(entry);
}
