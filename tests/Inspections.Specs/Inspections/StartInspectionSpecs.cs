using Campaign.EventStore;
using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class StartInspectionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly ScoredItem[] Filled = [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, true, 0, null)];
    private static readonly ItemEntry[] Entries = [new(1, false, 1.5m, "占道经营"), new(3, true, 0, null)];
    private static readonly StartInspection Start = new(Unit, InspectionKind.Daily, Day, Sheet, Entries, Morning);

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, Day, "sheet-1", 1,
        [.. Filled.Select(Campaign.Inspections.Inspections.Stored.ScoredItem.Of)], Morning, null);

    [Fact]
    public void A_visit_fills_every_item_of_the_sheet_once() => Given().When(Start.Decide).Then(Started).AndAgainNothing();

    [Fact]
    public void A_visit_of_tomorrow_is_refused() =>
        Given().When((Start with { Date = Day.AddDays(1) }).Decide).ThenRefused(InspectionRules.DateInFuture);

    public static TheoryData<string, string> Wrong => new()
    {
        { "deduction-exceeds-maximum", "/items/1/deduction" }, { "deduction-negative", "/items/1/deduction" },
        { "reason-missing", "/items/1/reason" },
        { "item-unknown", "/items/1/no" }, { "item-repeated", "/items/1/no" }, { "not-applicable-deducted", "/items/1/deduction" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void An_entry_that_the_sheet_does_not_allow_is_refused_where_it_stands(string rule, string pointer)
    {
        ItemEntry entry = rule switch
        {
            "deduction-exceeds-maximum" => new(2, false, 5.01m, "占道经营"),
            "deduction-negative" => new(2, false, -0.5m, "占道经营"),
            "reason-missing" => new(2, false, 0.5m, " "),
            "item-unknown" => new(4, false, 0, null),
            "item-repeated" => new(1, false, 0, null),
            _ => new(2, true, 1, "占道经营"),
        };
        var refusal = (Start with { Entries = [Entries[0], entry] })
            .Decide(Campaign.Inspections.Inspections.Inspection.Initial).Refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Pointer).ShouldBe((rule, pointer));
    }

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
