namespace Campaign.Inspections.ScoreSheets;

/// <summary>One version of a sheet as people fill it in.</summary>
internal sealed record SheetVersion(
    string Code, int Version, string? Name, string Category, IReadOnlyList<SheetItem> Items, string? Standard = null);
