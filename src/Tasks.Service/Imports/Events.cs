namespace Campaign.Tasks.Imports;

internal interface IHeadingWordsEvent;

/// <summary>表头用词 set anew, all of them.</summary>
internal sealed record HeadingWordsSet(IReadOnlyList<HeadingWord> Words, DateTimeOffset At) : IHeadingWordsEvent;

/// <param name="Word">What the office writes for the heading.</param>
internal sealed record HeadingWord(string Heading, string Word);
