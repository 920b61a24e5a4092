using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Testing;
using StoredPolicy = Campaign.Scoring.Policies.Stored.Policy;

namespace Campaign.Scoring.Specs.Policies;

public sealed class AdoptPolicySpecs
{
    private static readonly DateTimeOffset Now = new(2024, 9, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly Policy Strict = new(0.75m, 0.25m, [new("relapse", -1, 5)]);
    private static readonly Policy Mild = Strict with { Adjustments = [] };
    private static readonly PolicyAdopted SinceJuly = new("2024-07", StoredPolicy.Of(Mild), Now);
    private static readonly PolicyAdopted SinceNovember = new("2024-11", StoredPolicy.Of(Mild), Now);

    [Fact]
    public void A_policy_is_adopted_from_a_month_on() =>
        Given(SinceJuly).When(Adopt("2024-09", Strict)).Then(new PolicyAdopted("2024-09", StoredPolicy.Of(Strict), Now)).AndAgainNothing();

    [Fact]
    public void The_same_content_again_is_nothing_even_where_months_are_closed() =>
        Given(SinceJuly).When(Adopt("2024-07", Mild with { DailyWeight = 0.750m }, "2024-08")).ThenNothing();

    [Fact]
    public void A_closed_month_keeps_its_policy() =>
        Given(SinceJuly).When(Adopt("2024-07", Strict, "2024-08")).ThenRefused(AdoptPolicy.MonthClosed);

    [Fact]
    public void Nor_is_one_slipped_in_before_a_closed_month() =>
        Given(SinceJuly).When(Adopt("2024-08", Strict, "2024-09")).ThenRefused(AdoptPolicy.MonthClosed);

    [Fact]
    public void A_policy_that_another_replaces_before_the_closed_month_may_change() =>
        Given(SinceJuly, SinceNovember).When(Adopt("2024-09", Strict, "2024-08", "2024-11"))
            .Then(new PolicyAdopted("2024-09", StoredPolicy.Of(Strict), Now));

    private static Scenario<PolicyBook> Given(params object[] history) => new(history);

    private static Func<PolicyBook, EventStore.Decision> Adopt(string month, Policy policy, params string[] closed) =>
        new AdoptPolicy(month, policy, closed, Now).Decide;
}
