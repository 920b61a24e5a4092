using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class MergeFindingSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly MergeFinding Merge = new(Id, Other, Noon);

    [Fact]
    public void An_open_case_is_merged_into_another() =>
        Given(Recorded).When(Merge.Decide).Then(new FindingMerged(Number, 1, Other, Noon)).AndAgainNothing();

    [Fact]
    public void A_merged_case_is_not_merged_elsewhere() =>
        Given(Recorded, new FindingMerged(Number, 1, Guid.Empty, Noon)).When(Merge.Decide).ThenRefused(FindingRules.NotOpen);

    [Fact]
    public void A_case_is_not_merged_into_itself() =>
        Given(Recorded).When((Merge with { Into = Id }).Decide).ThenRefused(FindingRules.MergedIntoItself);
}
