namespace Campaign.EventStore.Tests;

public sealed record CaseOpened(string Place, DateTimeOffset At);

public sealed record CaseNoted(string Text, decimal Weight);

public sealed record CaseClosed(CaseOutcome Outcome);

public sealed record CaseReopened;

public enum CaseOutcome
{
    Solved,
    Withdrawn,
}

/// <summary>A small aggregate to exercise the store with.</summary>
public sealed record Case(bool IsOpen, int Notes, string Text) : IAggregate<Case>
{
    public static Case Initial { get; } = new(IsOpen: false, Notes: 0, Text: "");

    public Case Evolve(object @event) => @event switch
    {
        CaseOpened => this with { IsOpen = true },
        CaseNoted noted => this with { Notes = Notes + 1, Text = Text + noted.Text },
        CaseClosed => this with { IsOpen = false },
        _ => this,
    };
}

internal static class Cases
{
    public const string Street = "211203001";
    public const string OtherStreet = "211203002";

    public static readonly CaseOpened Opened = new("金牛山路 12 号", new(2024, 9, 2, 8, 30, 0, TimeSpan.FromHours(8)));

    public static EventTypes Types() => new EventTypes().Add<CaseOpened>().Add<CaseNoted>().Add<CaseClosed>();

    public static CaseNoted Note(string text = "乱堆乱放") => new(text, 1.25m);

    public static StreamId<Case> New(string street = Street) => new(street, Guid.CreateVersion7());

    public static StreamId<Docket> NewDocket() => new(Street, Guid.CreateVersion7());

    public static StreamAppend At(this StreamId<Case> stream, long version, params object[] events)
        => StreamAppend.To(stream, version, events.Select(NewEvent.Of));

    public static Task Append(this IEventStore store, StreamId<Case> stream, long version, params object[] events)
        => store.Append([stream.At(version, events)], EventMetadata.None, CancellationToken.None);

    public static Task<StreamState<Case>> Case(this IEventStore store, StreamId<Case> stream) => store.Load(stream, CancellationToken.None);
}
