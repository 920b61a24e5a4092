using Campaign.Inspections.Findings;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class SetFindingSettingsSpecs
{
    private static readonly SetFindingSettings Set = new(new(RadiusMetres: 80, RelapseDays: 30, LookBackPercent: 20), Morning);

    [Fact]
    public void Other_settings_are_set_once() =>
        new Scenario<FindingSettings>([]).When(Set.Decide).Then(new FindingSettingsSet(80, 30, 20, Morning)).AndAgainNothing();

    [Fact]
    public void What_holds_anyway_is_not_set() =>
        new Scenario<FindingSettings>([]).When((Set with { Settings = FindingSettings.Initial }).Decide).ThenNothing();
}
