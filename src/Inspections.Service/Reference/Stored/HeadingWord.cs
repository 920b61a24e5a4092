namespace Campaign.Inspections.Reference.Stored;

/// <param name="Word">What the office writes for the heading.</param>
internal sealed record HeadingWord(string Heading, string Word);
