using Campaign.EventStore;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>评分表: a version of it was issued. Earlier versions stay as they were; inspections keep the one they used.</summary>
/// <param name="Standard">Dialect of the standard that it speaks, where it says so.</param>
internal sealed record ScoreSheetIssued(
    string Code, int Version, string? Name, string Category, IReadOnlyList<Stored.SheetItem> Items, DateTimeOffset At,
    string? Standard = null) : IScoreSheetEvent;

internal interface IScoreSheetEvent;

/// <param name="Max">满分 of the item, above 0.</param>
/// <param name="Section">部分 that it stands in.</param>
/// <param name="Criterion">扣分标准 as printed.</param>
/// <param name="Rule">The same as data; null: any amount up to the maximum.</param>
/// <param name="MayNotApply">Whether an inspector may enter 不适用.</param>
internal sealed record SheetItem(
    int No, string Text, decimal Max, string? Section = null, string? Criterion = null, DeductionRule? Rule = null,
    bool MayNotApply = true);

/// <summary>The sheet in force.</summary>
internal sealed record ScoreSheet : IAggregate<ScoreSheet, IScoreSheetEvent>
{
    public static ScoreSheet Initial { get; } = new();

    public int Version { get; init; }
    public string? Name { get; init; }
    public string Category { get; init; } = "";
    public string? Standard { get; init; }
    public IReadOnlyList<SheetItem> Items { get; init; } = [];

    public ScoreSheet Evolve(IScoreSheetEvent @event) => @event switch
    {
        ScoreSheetIssued e => new()
        {
            Version = e.Version,
            Name = e.Name,
            Category = e.Category,
            Standard = e.Standard,
            Items = [.. e.Items.Select(item => item.ToSheetItem())],
        },
    };

    public static StreamId<ScoreSheet> Stream(string street, string code) => StreamId<ScoreSheet>.Named(street, $"score-sheet/{code}");
}
