using Campaign.EventStore;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>评分表: a version of it was issued. Earlier versions stay as they were; inspections keep the one they used.</summary>
internal sealed record ScoreSheetIssued(
    string Code, int Version, string? Name, string Category, IReadOnlyList<SheetItem> Items, DateTimeOffset At);

/// <param name="Max">满分 of the item, above 0.</param>
internal sealed record SheetItem(int No, string Text, decimal Max);

/// <summary>The sheet in force.</summary>
internal sealed record ScoreSheet : IAggregate<ScoreSheet>
{
    public static ScoreSheet Initial { get; } = new();

    public int Version { get; init; }
    public string? Name { get; init; }
    public string Category { get; init; } = "";
    public IReadOnlyList<SheetItem> Items { get; init; } = [];

    public ScoreSheet Evolve(object @event) => @event is ScoreSheetIssued e
        ? new() { Version = e.Version, Name = e.Name, Category = e.Category, Items = e.Items }
        : this;

    public static StreamId Stream(string street, string code) => new(street, DeterministicGuid.From(Guid.Empty, $"score-sheet/{code}"));
}
