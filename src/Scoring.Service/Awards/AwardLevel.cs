namespace Campaign.Scoring.Awards;

/// <summary>A level of a category; levels are given in the order in which the scheme names them.</summary>
/// <param name="Places">At most so many, by rank; null: as many as reach <paramref name="AtLeast"/>.</param>
/// <param name="AtLeast">Total that is needed; null: none.</param>
/// <param name="UnitYuan">For the unit.</param>
/// <param name="LeaderYuan">For each of its leaders, and for the guarantor linked to it.</param>
/// <param name="PersonYuan">For each of its staff.</param>
internal sealed record AwardLevel(
    string Category, string Level, int? Places, decimal? AtLeast, decimal? UnitYuan, decimal? LeaderYuan, decimal? PersonYuan);
