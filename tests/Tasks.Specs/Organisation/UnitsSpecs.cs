using Campaign.EventStore;
using Campaign.Tasks.Integration;
using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class UnitsSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly RegisterUnit Register = new("U001", "广场社区", "居委会", "C1", January, null, Morning);
    private static readonly UnitRegistered Known = new("U001", "广场社区", "居委会", "C1", January, null, Morning, Today);
    private static readonly UnitRegistered Station = new("U013", "环卫站", null, null, January, null, Morning, January);

    [Fact]
    public void A_unit_is_registered_from_its_first_day_in_the_campaign() =>
        Given().When(Register.Decide).Then(Known with { Effective = January }).AndAgainNothing();

    [Fact]
    public void A_unit_that_joins_later_is_known_from_today()
    {
        var next = new DateOnly(2025, 1, 1);
        Given().When((Register with { From = next }).Decide).Then(Known with { From = next }).AndAgainNothing();
    }

    [Fact]
    public void A_change_of_a_known_unit_holds_from_today() =>
        Given(Known with { Effective = January }).When((Register with { Name = "广场居委会" }).Decide).Then(Known with { Name = "广场居委会" });

    [Fact]
    public void The_same_unit_later_changes_nothing() =>
        Given(Known).When((Register with { Now = Noon }).Decide).ThenNothing();

    [Fact]
    public void A_unit_that_leaves_the_campaign_is_registered_anew() =>
        Given(Known).When((Register with { Until = new DateOnly(2024, 6, 30), Now = Noon }).Decide)
            .Then(Known with { Until = new DateOnly(2024, 6, 30), At = Noon });

    [Fact]
    public void A_unit_with_another_alias_is_registered_anew() =>
        Given(Known).When((Register with { Aliases = ["广场居委会"] }).Decide)
            .Then(Known with { Aliases = ["广场居委会"] }).AndAgainNothing();

    [Fact]
    public void A_late_correction_of_a_unit_is_not_told_to_who_knows_the_newest()
    {
        var correct = new RegisterUnit("U013", "环卫所", null, null, January, null, Noon, January);
        var renamed = Station with { Name = "环境卫生站", Effective = March };
        Given(renamed).When(correct.Decide)
            .Then(Station with { Name = "环卫所", At = Noon, Overtaken = true }).AndAgainNothing();
        Told(Station with { Overtaken = true }).ShouldBeNull();
        Told(renamed).ShouldNotBeNull();
    }

    private static Scenario<Unit> Given(params object[] history) => new(history);

    private static object? Told(object data) =>
        new IntegrationEventMapper()
            .ToContract(new RecordedEvent(new StreamId(TheStreet, Guid.Empty), 3, Guid.Empty, data, EventMetadata.None, 1, Morning));
}
