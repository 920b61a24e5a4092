namespace Campaign.Scoring.Awards;

/// <summary>奖惩办法 of a half-year.</summary>
/// <param name="Note">What a reader must know about the amounts, e.g. how a misprint in the document was read.</param>
internal sealed record AwardSchemeSet(string Half, IReadOnlyList<AwardLevel> Levels, decimal FineMin, decimal FineMax, string? Note, DateTimeOffset At);

/// <summary>A level of a category; levels are given in the order in which the scheme names them.</summary>
/// <param name="Places">At most so many, by rank; null: as many as reach <paramref name="AtLeast"/>.</param>
/// <param name="AtLeast">Total that is needed; null: none.</param>
/// <param name="UnitYuan">For the unit.</param>
/// <param name="LeaderYuan">For each of its leaders, and for the guarantor linked to it.</param>
/// <param name="PersonYuan">For each of its staff.</param>
internal sealed record AwardLevel(
    string Category, string Level, int? Places, decimal? AtLeast, decimal? UnitYuan, decimal? LeaderYuan, decimal? PersonYuan);

/// <summary>双包保: which communities' fate a leader shares (同奖同罚).</summary>
/// <param name="Links">All of them; a later event replaces an earlier one.</param>
internal sealed record GuarantorsLinked(IReadOnlyList<GuarantorLink> Links, DateTimeOffset At);

/// <param name="Post">职务 of the guarantor.</param>
/// <param name="Subjects">Codes of the communities linked to it.</param>
internal sealed record GuarantorLink(string Post, IReadOnlyList<string> Subjects);

/// <summary>评定: the lists of a half-year as they are signed.</summary>
internal sealed record AwardsDecided(string Half, AwardLists Lists, DateTimeOffset At);
