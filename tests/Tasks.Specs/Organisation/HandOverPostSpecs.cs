using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class HandOverPostSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly PostRegistered Secretary = new("P01", "社区书记", PostRole.Member, null, "U001", [], ["C1"], Morning, January);
    private static readonly HandOverPost HandOver = new("P01", "account-2", "任期届满", Noon, March);

    [Fact]
    public void A_post_is_handed_over_from_a_day_on() =>
        Given(Secretary).When(HandOver.Decide).Then(new PostHandedOver("P01", "account-2", March, "任期届满", Noon)).AndAgainNothing();

    [Fact]
    public void Who_held_it_before_stays_on_record()
    {
        var post = Given(Secretary, Held("account-1", January), Held("account-2", March)).State;
        post.Holders.On(March.AddDays(-1))!.Holder.ShouldBe("account-1");
        post.Holders.On(March)!.Holder.ShouldBe("account-2");
        post.Holders.On(January.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_post_may_fall_vacant()
    {
        var vacancy = HandOver with { Holder = null };
        Given(Secretary, Held("account-1", January)).When(vacancy.Decide)
            .Then(new PostHandedOver("P01", null, March, "任期届满", Noon)).AndAgainNothing();
    }

    [Fact]
    public void A_correction_for_an_earlier_day_leaves_later_hand_overs_alone()
    {
        var post = Given(Secretary, Held("account-2", March), Held("account-1", January)).State;
        (post.Holders.On(January)!.Holder, post.Holders.On(March)!.Holder).ShouldBe(("account-1", "account-2"));
    }

    [Fact]
    public void Of_two_for_the_same_day_the_later_recorded_one_stands() =>
        Given(Secretary, Held("account-1", March), Held("account-2", March)).State.Holders.On(March)!.Holder.ShouldBe("account-2");

    [Fact]
    public void A_hand_over_without_a_day_is_from_today_and_says_nothing_new_of_who_holds_it_already()
    {
        var today = HandOver with { Effective = null };
        Given(Secretary, Held("account-1", January)).When(today.Decide).Then(new PostHandedOver("P01", "account-2", Today, "任期届满", Noon));
        Given(Secretary, Held("account-2", January)).When(today.Decide).ThenNothing();
    }

    [Fact]
    public void A_post_that_nobody_registered_is_not_handed_over() =>
        Given().When(HandOver.Decide).ThenRefused(OrganisationRules.PostNotFound);

    [Theory]
    [InlineData("account-1", true), InlineData(null, true), InlineData("张三", false), InlineData("li si", false)]
    public void The_holder_is_an_account_and_no_name(string? holder, bool valid) =>
        new Tasks.Organisation.HandOver.Validator().Validate(new Tasks.Organisation.HandOver(holder, null, null)).IsValid.ShouldBe(valid);

    private static PostHandedOver Held(string? holder, DateOnly since) => new("P01", holder, since, null, Morning);

    private static Scenario<Post> Given(params object[] history) => new(history);
}
