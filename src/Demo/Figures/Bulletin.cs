namespace Campaign.Demo.Figures;

/// <summary>The head of a bulletin (通报).</summary>
internal sealed record Bulletin(string Title, string DocumentNumber, DateTimeOffset? PublishedAt);
