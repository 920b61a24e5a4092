using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class RegisterSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly RegisterUnit Register = new("U001", "广场社区", "居委会", "C1", January, null, Morning);
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly UnitRegistered Known = new("U001", "广场社区", "居委会", "C1", January, null, Morning, Today);
    private static readonly RegisterPost RegisterPost = new("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning);

    [Fact]
    public void A_street_takes_part() =>
        new Scenario<Street>([]).When(new RegisterStreet(TheStreet, "南关街道", Morning).Decide)
            .Then(new StreetRegistered(TheStreet, "南关街道", Morning)).AndAgainNothing();

    [Fact]
    public void A_street_gets_another_name() =>
        new Scenario<Street>([new StreetRegistered(TheStreet, "南关镇", Morning)]).When(new RegisterStreet(TheStreet, "南关街道", Noon).Decide)
            .Then(new StreetRegistered(TheStreet, "南关街道", Noon));

    [Fact]
    public void A_community_is_registered() =>
        new Scenario<Community>([]).When(new RegisterCommunity("C1", "广场社区", Morning).Decide)
            .Then(new CommunityRegistered("C1", "广场社区", Morning, Today)).AndAgainNothing();

    [Fact]
    public void A_unit_is_registered() => new Scenario<Unit>([]).When(Register.Decide).Then(Known).AndAgainNothing();

    [Fact]
    public void The_same_unit_later_changes_nothing() =>
        new Scenario<Unit>([Known]).When((Register with { Now = Noon }).Decide).ThenNothing();

    [Fact]
    public void A_unit_that_leaves_the_campaign_is_registered_anew() =>
        new Scenario<Unit>([Known]).When((Register with { Until = new DateOnly(2024, 6, 30), Now = Noon }).Decide)
            .Then(Known with { Until = new DateOnly(2024, 6, 30), At = Noon });

    [Fact]
    public void A_post_is_registered() =>
        new Scenario<Post>([]).When(RegisterPost.Decide)
            .Then(new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning, Today))
            .AndAgainNothing();

    [Fact]
    public void A_post_that_answers_for_another_community_is_registered_anew() =>
        new Scenario<Post>([new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C2"], Morning)])
            .When(RegisterPost.Decide)
            .Then(new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning, Today));

    [Fact]
    public void A_unit_with_another_alias_is_registered_anew() =>
        new Scenario<Unit>([Known]).When((Register with { Aliases = ["广场居委会"] }).Decide)
            .Then(Known with { Aliases = ["广场居委会"] }).AndAgainNothing();
}
