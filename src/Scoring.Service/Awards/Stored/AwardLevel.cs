namespace Campaign.Scoring.Awards.Stored;

/// <summary><see cref="Awards.AwardLevel"/> as events keep it.</summary>
internal sealed record AwardLevel(
    string Category, string Level, int? Places, decimal? AtLeast, decimal? UnitYuan, decimal? LeaderYuan, decimal? PersonYuan)
{
    public static AwardLevel Of(Awards.AwardLevel level) => new(
        level.Category, level.Level, level.Places, level.AtLeast, level.UnitYuan, level.LeaderYuan, level.PersonYuan);

    public Awards.AwardLevel ToAwardLevel() => new(Category, Level, Places, AtLeast, UnitYuan, LeaderYuan, PersonYuan);
}
