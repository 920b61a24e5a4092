using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs;

public sealed class CloseWithoutRectificationSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly VoidFinding Void = new("误报", Noon);
    private static readonly MergeFinding Merge = new(Id, Other, Noon);

    [Fact]
    public void An_open_case_is_voided_with_its_reason() =>
        Given(Recorded, Routed).When(Void.Decide).Then(new FindingVoided(Number, 1, "误报", Noon)).AndAgainNothing();

    [Fact]
    public void A_struck_off_case_is_not_voided() => Given(Recorded, Routed, Reported, StruckOff).When(Void.Decide).ThenRefused(FindingRules.NotOpen);

    [Fact]
    public void An_open_case_is_merged_into_another() =>
        Given(Recorded).When(Merge.Decide).Then(new FindingMerged(Number, 1, Other, Noon)).AndAgainNothing();

    [Fact]
    public void A_merged_case_is_not_merged_elsewhere() =>
        Given(Recorded, new FindingMerged(Number, 1, Guid.Empty, Noon)).When(Merge.Decide).ThenRefused(FindingRules.NotOpen);

    [Fact]
    public void A_case_is_not_merged_into_itself() => Given(Recorded).When((Merge with { Into = Id }).Decide).ThenRefused(FindingRules.MergedIntoItself);

    [Fact]
    public void A_voided_case_takes_no_more_photos() =>
        Given(Recorded, new FindingVoided(Number, 1, "误报", Noon)).When(new AddPhotos(After, Noon).Decide).ThenRefused(FindingRules.NotOpen);

    [Fact]
    public void Only_photos_that_are_new_are_added() =>
        Given(Recorded).When(new AddPhotos([.. Before, .. After], Noon).Decide).Then(new BeforePhotosAdded(After, Noon)).AndAgainNothing();
}
