using System.Text.Json;
using Campaign.EventStore;

namespace Campaign.Integration.Feed;

/// <summary>A fact of the platform, kept for those who pull the feed: contract name, its JSON, and when it was published.</summary>
internal sealed record FeedEntryAdded(string Type, JsonElement Data, DateTimeOffset At);

/// <summary>One stream a fact, so that any number of consumers append side by side.</summary>
internal sealed record FeedEntry : IAggregate<FeedEntry>
{
    public static FeedEntry Initial { get; } = new();

    public bool Added { get; init; }

    public FeedEntry Evolve(object @event) => @event is FeedEntryAdded ? this with { Added = true } : this;

    public static Decision Add(FeedEntryAdded entry, FeedEntry state) => state.Added ? Decision.Nothing : Decision.Of(entry);
}
