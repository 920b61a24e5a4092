namespace Campaign.Tasks.Assignments;

/// <summary>What an assignment asks for before it can be submitted.</summary>
/// <param name="Items">Pieces that must each be there: items of an archive, parts of an inspection point.</param>
/// <param name="Point">Code of the inspection point that is prepared.</param>
internal sealed record Brief(IReadOnlyList<BriefItem> Items, string? Point = null, IndicatorGoal? Indicator = null)
{
    public bool Asks(string key) => Items.Any(item => item.Key == key);
}

/// <param name="Key">Name of the piece, unique in the brief, such as <c>2019/病媒生物防制</c> or <c>Guide</c>.</param>
/// <param name="Weight">Its share of the whole, in proportion to the weights of the others.</param>
internal sealed record BriefItem(string Key, string Title, decimal Weight = 1);

/// <summary>The figure that is to reach its threshold.</summary>
/// <param name="Number">Number of the indicator in its standard.</param>
/// <param name="Standard">Version of the standard; null for the one in force.</param>
internal sealed record IndicatorGoal(int Number, int Year, string? Standard);
