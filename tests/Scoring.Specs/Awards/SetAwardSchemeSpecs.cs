using static Campaign.Scoring.Specs.Awards.AwardStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class SetAwardSchemeSpecs
{
    [Fact]
    public void The_scheme_of_the_source_is_read_with_its_misprint_noted()
    {
        Scheme.Levels[0].ShouldBe(new Campaign.Scoring.Awards.Stored.AwardLevel("居委会", "优秀单位", 1, null, 50_000, 2_000, null));
        (Scheme.FineMin, Scheme.FineMax).ShouldBe((5_000, 10_000));
        Scheme.Note!.ShouldContain("按2000元使用");
    }
}
