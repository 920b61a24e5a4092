using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class ConfirmProposalSpecs
{
    private const string OtherNumber = "990101001-2024-000002";
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly DuplicateProposed Duplicate = new(Other, OtherNumber, 12.5, Morning);
    private static readonly RelapseProposed Relapse = new(Other, OtherNumber, 12.5, Morning.AddDays(-3), Morning);
    private static readonly ConfirmProposal Confirm = new(Id, Other, Noon);

    [Fact]
    public void A_confirmed_duplicate_is_merged_and_the_other_goes_on()
    {
        var (finding, other) = Decide(Given(Recorded, Duplicate), Given(Recorded, Routed));
        finding.ShouldBe([new FindingMerged(Number, 1, Other, Noon)]);
        other.ShouldBeEmpty();
    }

    [Fact]
    public void A_confirmed_relapse_is_merged_and_opens_a_round_with_the_new_photos()
    {
        string[] now = [new('d', 64)];
        var (finding, other) = Decide(Given(Recorded with { Photos = now }, Relapse), Given(Recorded, Routed, Reported, StruckOff));
        finding.ShouldBe([new FindingMerged(Number, 1, Other, Noon)]);
        var relapsed = other.Single().ShouldBeOfType<FindingRelapsed>();
        relapsed.ShouldSatisfyAllConditions(e => e.Round.ShouldBe(2), e => e.Photos.ShouldBe(now), e => e.Finding.ShouldBe(Id));
        Given(Recorded, Routed, Reported, StruckOff, relapsed).State.BeforePhotos.ShouldBe([.. Before, .. now]);
    }

    [Fact]
    public void A_relapse_that_was_stated_meanwhile_opens_no_second_round()
    {
        var (finding, other) = Decide(Given(Recorded, Relapse), Given(Recorded, Routed, Reported, StruckOff, Relapsed));
        finding.Single().ShouldBeOfType<FindingMerged>();
        other.ShouldBeEmpty();
    }

    [Fact]
    public void Confirming_again_changes_nothing() =>
        Decided(Given(Recorded, Duplicate, new FindingMerged(Number, 1, Other, Noon)), Given(Recorded)).ShouldBe(JointDecision.Nothing);

    [Fact]
    public void What_was_never_proposed_is_not_confirmed() => Refused(FindingRules.ProposalUnknown, Given(Recorded), Given(Recorded));

    [Fact]
    public void What_was_dismissed_is_not_confirmed() =>
        Refused(FindingRules.ProposalWasDismissed, Given(Recorded, Duplicate, new ProposalDismissed(Other, null, Noon)), Given(Recorded));

    [Fact]
    public void A_closed_case_is_not_merged() =>
        Refused(FindingRules.NotOpen, Given(Recorded, Duplicate, new FindingVoided(Number, 1, "误报", Noon)), Given(Recorded));

    [Fact]
    public void Nothing_is_merged_into_a_case_that_was_given_up()
    {
        Refused(FindingRules.MergeTargetClosed, Given(Recorded, Duplicate), Given(Recorded, new FindingVoided(Number, 1, "误报", Noon)));
        Refused(FindingRules.MergeTargetClosed, Given(Recorded, Duplicate),
            Given(Recorded, new FindingForciblyClosed(Number, 1, null, null, "拆迁", Noon)));
    }

    private static (IReadOnlyList<object> Finding, IReadOnlyList<object> Other) Decide(Scenario<Finding> finding, Scenario<Finding> other)
    {
        var decision = Decided(finding, other);
        decision.Refusal.ShouldBeNull();
        return (decision.EventsOf(finding.Stream(Id).Id), decision.EventsOf(other.Stream(Other).Id));
    }

    private static JointDecision Decided(Scenario<Finding> finding, Scenario<Finding> other) =>
        Confirm.Decide(finding.Stream(Id), other.Stream(Other));

    private static void Refused(Refusal rule, Scenario<Finding> finding, Scenario<Finding> other) =>
        Decided(finding, other).Refusal.ShouldNotBeNull("nothing was refused").Rule.ShouldBe(rule.Rule);
}
