using Campaign.EventStore;

namespace Campaign.Inspections.Reference;

/// <summary>表头用词 of the street's office, as Tasks keeps them.</summary>
internal sealed record HeadingWordsNoted(IReadOnlyList<Stored.HeadingWord> Words, long SourceVersion) : IHeadingWordsEvent;

internal interface IHeadingWordsEvent;

internal sealed record HeadingWords(IReadOnlyList<Stored.HeadingWord> Words, long SourceVersion)
    : IAggregate<HeadingWords, IHeadingWordsEvent>
{
    public static HeadingWords Initial { get; } = new([], 0);

    public HeadingWords Evolve(IHeadingWordsEvent @event) => @event switch
    {
        HeadingWordsNoted e => new(e.Words, e.SourceVersion),
    };

    public Decision Follow(HeadingWordsNoted noted) => noted.SourceVersion <= SourceVersion ? Decision.Nothing : Decision.Of(noted);

    public static StreamId<HeadingWords> Stream(string street) => StreamId<HeadingWords>.Named(street, "heading-words");
}

/// <summary>What a workbook's reader asks.</summary>
internal sealed class KnownHeadingWords(IEventStore store)
{
    public async Task<IEnumerable<(string Heading, string Word)>> Of(string street, CancellationToken cancellation) =>
        (await store.Load(HeadingWords.Stream(street), cancellation)).State.Words.Select(word => (word.Heading, word.Word));
}
