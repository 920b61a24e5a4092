using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class ReportRelapseSpecs
{
    private static readonly ReportRelapse Relapse = new("回头看发现再次堆积", Morning.AddDays(7));

    [Fact]
    public void A_struck_off_case_relapses_into_a_new_round() =>
        Given(Recorded, Routed, Reported, StruckOff).When(Relapse.Decide).Then(Relapsed);

    [Fact]
    public void It_may_relapse_again() =>
        Given(Recorded, Routed, Reported, StruckOff, Relapsed, Routed with { Round = 2 }, Reported with { Round = 2 },
            StruckOff with { Round = 2 })
            .When(Relapse.Decide).Then(Relapsed with { Round = 3 });

    [Fact]
    public void An_open_case_cannot_relapse() => Given(Recorded, Routed).When(Relapse.Decide).ThenRefused(FindingRules.NotStruckOff);

    [Fact]
    public void A_voided_case_cannot_relapse() =>
        Given(Recorded, new FindingVoided(Number, 1, "误报", Morning)).When(Relapse.Decide).ThenRefused(FindingRules.NotStruckOff);

    [Fact]
    public void A_case_nobody_recorded_is_not_found() => Given().When(Relapse.Decide).ThenRefused(FindingRules.NotFound);
}
