using Campaign.Scoring.Honours;
using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Scorecards;

/// <summary>Commendations rewarded by who gave them.</summary>
public sealed class CommendationItemSpecs
{
    private static readonly Policy ByLevel = new(
        0.75m, 0.25m, [new("cityCommendation", 3, 3), new("districtCommendation", 1, 2), new("streetCommendation", 0.5m, 1)]);

    [Theory]
    [InlineData(CommendationLevel.City, 83)]
    [InlineData(CommendationLevel.District, 81)]
    [InlineData(CommendationLevel.Street, 80.5)]
    [InlineData(null, 80)]
    internal void A_policy_rewards_them_by_level(CommendationLevel? level, double score) =>
        Commended(level).Card("A", policy: ByLevel).Score.ShouldBe((decimal)score);

    [Fact]
    public void A_policy_that_names_no_level_rewards_all_alike() =>
        Commended(CommendationLevel.City).Card("A").Score.ShouldBe(Commended(null).Card("A").Score);

    [Fact]
    public void The_line_says_who_commended() => Commended(CommendationLevel.District).Card("A", policy: ByLevel).Lines
        .ShouldContain(
            l => l.Kind == "districtCommendation" && l.Points == 1 && l.Text.StartsWith("9月15日受区级表扬：通报表扬", StringComparison.Ordinal));

    private static MonthStory Commended(CommendationLevel? level) => Of("A").Inspected("A", 2, 80).Commended("A", 15, level);
}
