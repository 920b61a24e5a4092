namespace Campaign.Scoring.Kernel;

/// <summary>The body of a command that needs no words: <c>{}</c>.</summary>
internal sealed record NoContent;
