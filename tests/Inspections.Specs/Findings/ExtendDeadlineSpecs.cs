using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

/// <summary>延期, as Tasks tells of it.</summary>
public sealed class ExtendDeadlineSpecs
{
    private static readonly ExtendDeadline Extend = new(1, Due.AddDays(2), "连续降雨", Step(4), Morning.AddHours(6));

    [Fact]
    public void A_granted_extension_moves_the_deadline() =>
        Given(Recorded, Routed).When(Extend.Decide).Then(new DeadlineExtended(Number, 1, Unit, Due.AddDays(2), "连续降雨", Morning.AddHours(6)))
            .AndAgainNothing();

    [Fact]
    public void An_extension_that_the_report_has_overtaken_still_counts() =>
        Given(Recorded, Routed, Reported).When((Extend with { Step = Step(2) }).Decide)
            .Then(new DeadlineExtended(Number, 1, Unit, Due.AddDays(2), "连续降雨", Morning.AddHours(6)));

    [Fact]
    public void An_extension_never_shortens() =>
        Given(Recorded, Routed).When((Extend with { Due = Due.AddHours(-1) }).Decide).ThenNothing();

    [Fact]
    public void A_struck_off_case_is_not_extended() => Given(Recorded, Routed, Reported, StruckOff).When(Extend.Decide).ThenNothing();
}
