using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Subjects;

public sealed class ProfileSubjectSpecs
{
    [Fact]
    public void A_profile_holds_from_its_month_on()
    {
        var always = new SubjectProfiled("A", ProfileState.Always, 1.5m, 3000, "一类", At(1));
        var profile = new SubjectProfile(1.5m, 3500, "一类");
        new Scenario<ProfileState>([always]).When(new ProfileSubject("A", "2024-09", profile, At(2)).Decide)
            .Then(new SubjectProfiled("A", "2024-09", 1.5m, 3500, "一类", At(2))).AndAgainNothing();
        new Scenario<ProfileState>([always]).When(new ProfileSubject("A", ProfileState.Always, new(1.5m, 3000, "一类"), At(9)).Decide)
            .ThenNothing();
    }
}
