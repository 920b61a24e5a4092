using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class CommunitiesSpecs
{
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly RegisterCommunity Register = new("C1", "广场社区", Morning);
    private static readonly CommunityRegistered Square = new("C1", "广场社区", Morning, Today);

    [Fact]
    public void A_community_is_registered_from_today() => Given().When(Register.Decide).Then(Square).AndAgainNothing();

    [Fact]
    public void It_gets_another_name_from_a_day_on()
    {
        var renamed = Square with { Name = "万达广场社区", At = Noon, Effective = Today.AddDays(30) };
        Given(Square).When(new RegisterCommunity("C1", "万达广场社区", Noon, Today.AddDays(30)).Decide).Then(renamed).AndAgainNothing();
    }

    [Fact]
    public void A_name_of_earlier_days_is_overtaken_by_the_one_known_already() =>
        Given(Square).When(new RegisterCommunity("C1", "老广场社区", Noon, March).Decide)
            .Then(new CommunityRegistered("C1", "老广场社区", Noon, March, Overtaken: true)).AndAgainNothing();

    [Fact]
    public void The_name_it_has_today_says_nothing_new() => Given(Square with { Effective = March }).When(Register.Decide).ThenNothing();

    private static Scenario<Community> Given(params object[] history) => new(history);
}
