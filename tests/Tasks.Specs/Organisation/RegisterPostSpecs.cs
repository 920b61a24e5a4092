using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class RegisterPostSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly RegisterPost RegisterPost = new("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning);
    private static readonly PostRegistered Secretary = new("P01", "社区书记", PostRole.Member, null, "U001", [], ["C1"], Morning, January);

    [Fact]
    public void A_post_is_registered() =>
        Given().When(RegisterPost.Decide)
            .Then(new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning, Today))
            .AndAgainNothing();

    [Fact]
    public void A_post_that_answers_for_another_community_is_registered_anew() =>
        Given(new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C2"], Morning))
            .When(RegisterPost.Decide)
            .Then(new PostRegistered("P01", "党工委副书记", PostRole.Guarantor, null, "U001", ["环境卫生"], ["C1"], Morning, Today));

    [Fact]
    public void Another_title_does_not_end_a_term_of_office() =>
        Given(Secretary, new PostHandedOver("P01", "account-1", January, null, Morning))
            .When(new RegisterPost("P01", "社区党委书记", PostRole.Member, null, "U001", [], ["C1"], Noon, March).Decide)
            .Then(Secretary with { Title = "社区党委书记", At = Noon, Effective = March });

    [Fact]
    public void A_post_may_be_registered_with_its_holder() =>
        Given().When(new RegisterPost("P01", "社区书记", PostRole.Member, "account-1", "U001", [], ["C1"], Morning, January).Decide)
            .Then(Secretary, new PostHandedOver("P01", "account-1", January, null, Morning)).AndAgainNothing();

    [Fact]
    public void What_was_stored_before_changes_were_dated_holds_from_its_day()
    {
        var post = Given(new PostRegistered("P01", "社区书记", PostRole.Member, "account-1", null, [], [], Morning)).State;
        post.Particulars.On(Today).ShouldNotBeNull();
        post.Holders.On(Today)!.Holder.ShouldBe("account-1");
        post.Particulars.On(Today.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void Registered_again_with_another_holder_it_is_handed_over_and_nothing_else() =>
        Given(Secretary, new PostHandedOver("P01", "account-1", January, null, Morning))
            .When(new RegisterPost("P01", "社区书记", PostRole.Member, "account-2", "U001", [], ["C1"], Noon).Decide)
            .Then(new PostHandedOver("P01", "account-2", Today, null, Noon)).AndAgainNothing();

    private static Scenario<Post> Given(params object[] history) => new(history);
}
