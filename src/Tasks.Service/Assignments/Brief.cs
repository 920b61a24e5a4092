namespace Campaign.Tasks.Assignments;

/// <summary>What an assignment asks for before it can be submitted.</summary>
/// <param name="Items">Pieces that must each be there: items of an archive, parts of an inspection point.</param>
internal sealed record Brief(IReadOnlyList<BriefItem> Items);

/// <param name="Key">Name of the piece, unique in the brief, such as <c>2019/病媒生物防制</c> or <c>Guide</c>.</param>
internal sealed record BriefItem(string Key, string Title);
