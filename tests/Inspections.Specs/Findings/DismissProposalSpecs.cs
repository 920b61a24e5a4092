using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class DismissProposalSpecs
{
    private const string OtherNumber = "990101001-2024-000002";
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly DuplicateProposed Duplicate = new(Other, OtherNumber, 12.5, Morning);

    [Fact]
    public void A_dismissed_proposal_leaves_both_cases()
    {
        var dismiss = new DismissProposal(Other, "相邻两处", Noon);
        Given(Recorded, Duplicate).When(dismiss.Decide).Then(new ProposalDismissed(Other, "相邻两处", Noon)).AndAgainNothing();
        Given(Recorded).When(dismiss.Decide).ThenRefused(FindingRules.ProposalUnknown);
        Given(Recorded, Duplicate, new FindingMerged(Number, 1, Other, Noon)).When(dismiss.Decide).ThenRefused(FindingRules.NotOpen);
    }
}
