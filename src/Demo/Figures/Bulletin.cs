namespace Campaign.Demo.Figures;

/// <summary>What GET …/bulletins/{year}/{number} says at its head; its report is the month's.</summary>
/// <param name="DocumentNumber">文号.</param>
internal sealed record Bulletin(string DocumentNumber, string Title, DateTimeOffset PublishedAt, IReadOnlyList<CategoryHead> Categories);

/// <param name="Best">优秀.</param>
/// <param name="Last">末位.</param>
internal sealed record CategoryHead(string Category, IReadOnlyList<string> Best, IReadOnlyList<string> Last);
