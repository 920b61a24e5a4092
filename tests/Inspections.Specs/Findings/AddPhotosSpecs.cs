using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class AddPhotosSpecs
{
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);

    [Fact]
    public void A_voided_case_takes_no_more_photos() =>
        Given(Recorded, new FindingVoided(Number, 1, "误报", Noon)).When(new AddPhotos(After, Noon).Decide).ThenRefused(FindingRules.NotOpen);

    [Fact]
    public void Only_photos_that_are_new_are_added() =>
        Given(Recorded).When(new AddPhotos([.. Before, .. After], Noon).Decide).Then(new BeforePhotosAdded(After, Noon)).AndAgainNothing();
}
