using Campaign.EventStore;
using Campaign.Tasks.Integration;
using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class DatedRegisterSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly PostRegistered Secretary = new("P01", "社区书记", PostRole.Member, null, "U001", [], ["C1"], Morning, January);
    private static readonly HandOverPost HandOver = new("P01", "account-2", "任期届满", Noon, March);
    private static readonly UnitRegistered Station = new("U013", "环卫站", null, null, January, null, Morning, January);

    [Fact]
    public void A_post_is_handed_over_from_a_day_on() =>
        new Scenario<Post>([Secretary]).When(HandOver.Decide).Then(new PostHandedOver("P01", "account-2", March, "任期届满", Noon))
            .AndAgainNothing();

    [Fact]
    public void Who_held_it_before_stays_on_record()
    {
        var post = new Scenario<Post>([Secretary, Held("account-1", January), Held("account-2", March)]).State;
        post.Holders.On(March.AddDays(-1))!.Holder.ShouldBe("account-1");
        post.Holders.On(March)!.Holder.ShouldBe("account-2");
        post.Holders.On(January.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_post_may_fall_vacant()
    {
        var vacancy = HandOver with { Holder = null };
        new Scenario<Post>([Secretary, Held("account-1", January)]).When(vacancy.Decide)
            .Then(new PostHandedOver("P01", null, March, "任期届满", Noon)).AndAgainNothing();
    }

    [Fact]
    public void A_correction_for_an_earlier_day_leaves_later_hand_overs_alone()
    {
        var post = new Scenario<Post>([Secretary, Held("account-2", March), Held("account-1", January)]).State;
        (post.Holders.On(January)!.Holder, post.Holders.On(March)!.Holder).ShouldBe(("account-1", "account-2"));
    }

    [Fact]
    public void Of_two_for_the_same_day_the_later_recorded_one_stands() =>
        new Scenario<Post>([Secretary, Held("account-1", March), Held("account-2", March)]).State.Holders.On(
            March)!.Holder.ShouldBe("account-2");

    [Fact]
    public void A_hand_over_without_a_day_is_from_today_and_says_nothing_new_of_who_holds_it_already()
    {
        var today = HandOver with { Effective = null };
        new Scenario<Post>([Secretary, Held("account-1", January)]).When(today.Decide)
            .Then(new PostHandedOver("P01", "account-2", Today, "任期届满", Noon));
        new Scenario<Post>([Secretary, Held("account-2", January)]).When(today.Decide).ThenNothing();
    }

    [Fact]
    public void A_post_that_nobody_registered_is_not_handed_over() =>
        new Scenario<Post>([]).When(HandOver.Decide).ThenRefused(OrganisationRules.PostNotFound);

    [Fact]
    public void Another_title_does_not_end_a_term_of_office() =>
        new Scenario<Post>([Secretary, Held("account-1", January)])
            .When(new RegisterPost("P01", "社区党委书记", PostRole.Member, null, "U001", [], ["C1"], Noon, March).Decide)
            .Then(Secretary with { Title = "社区党委书记", At = Noon, Effective = March });

    [Fact]
    public void A_post_may_be_registered_with_its_holder() =>
        new Scenario<Post>([])
            .When(new RegisterPost("P01", "社区书记", PostRole.Member, "account-1", "U001", [], ["C1"], Morning, January).Decide)
            .Then(Secretary, new PostHandedOver("P01", "account-1", January, null, Morning)).AndAgainNothing();

    [Fact]
    public void What_was_stored_before_changes_were_dated_holds_from_its_day()
    {
        var post = new Scenario<Post>([new PostRegistered("P01", "社区书记", PostRole.Member, "account-1", null, [], [], Morning)]).State;
        post.Particulars.On(Today).ShouldNotBeNull();
        post.Holders.On(Today)!.Holder.ShouldBe("account-1");
        post.Particulars.On(Today.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_late_correction_of_a_unit_is_not_told_to_who_knows_the_newest()
    {
        var correct = new RegisterUnit("U013", "环卫所", null, null, January, null, Noon, January);
        var renamed = Station with { Name = "环境卫生站", Effective = March };
        new Scenario<Unit>([renamed]).When(correct.Decide)
            .Then(Station with { Name = "环卫所", At = Noon, Overtaken = true }).AndAgainNothing();
        Told(Station with { Overtaken = true }).ShouldBeNull();
        Told(renamed).ShouldNotBeNull();
    }

    private static PostHandedOver Held(string? holder, DateOnly since) => new("P01", holder, since, null, Morning);

    private static object? Told(object data) =>
        new IntegrationEventMapper()
            .ToContract(new RecordedEvent(new StreamId(TheStreet, Guid.Empty), 3, Guid.Empty, data, EventMetadata.None, 1, Morning));
}
