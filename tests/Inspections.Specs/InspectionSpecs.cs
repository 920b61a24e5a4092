using Campaign.EventStore;
using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs;

public sealed class InspectionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly ScoredItem[] Filled = [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, true, 0, null)];
    private static readonly ItemEntry[] Entries = [new(1, false, 1.5m, "占道经营"), new(3, true, 0, null)];

    private static readonly StartInspection Start = new(Unit, InspectionKind.Daily, Day, Sheet, Entries, Morning);
    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, Day, "sheet-1", 1, [.. Filled.Select(Inspections.Stored.ScoredItem.Of)], Morning, null);
    private static readonly ConfirmInspection Confirm = new(Morning.AddHours(1));
    private static readonly InspectionConfirmed Confirmed = new(Unit, InspectionKind.Daily, Day, 92.5m, "sheet-1", 1, Morning.AddHours(1), null);

    [Fact]
    public void A_visit_fills_every_item_of_the_sheet_once() => Given().When(Start.Decide).Then(Started).AndAgainNothing();

    [Fact]
    public void A_visit_of_tomorrow_is_refused() => Given().When((Start with { Date = Day.AddDays(1) }).Decide).ThenRefused(InspectionRules.DateInFuture);

    public static TheoryData<string, string> Wrong => new()
    {
        { "deduction-exceeds-maximum", "/items/1/deduction" }, { "deduction-negative", "/items/1/deduction" }, { "reason-missing", "/items/1/reason" },
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
        var refusal = (Start with { Entries = [Entries[0], entry] }).Decide(Campaign.Inspections.Inspections.Inspection.Initial).Refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Pointer).ShouldBe((rule, pointer));
    }

    [Fact]
    public void Items_are_corrected_until_they_are_confirmed()
    {
        var correct = new CorrectItems(Sheet, [Entries[0] with { Deduction = 2 }], Morning.AddMinutes(5));
        ScoredItem[] corrected = [Filled[0] with { Deduction = 2 }, Filled[1], Filled[2] with { NotApplicable = false }];

        Given(Started).When(correct.Decide).Then(
            new InspectionItemsCorrected([.. corrected.Select(Inspections.Stored.ScoredItem.Of)], Morning.AddMinutes(5))).AndAgainNothing();
        Given(Started, Confirmed).When(correct.Decide).ThenRefused(InspectionRules.Confirmed);
        Given(Started, Confirmed).When(new CorrectItems(Sheet, Entries, Morning).Decide).ThenNothing();
        Given().When(correct.Decide).ThenRefused(InspectionRules.NotFound);
    }

    [Fact]
    public void Confirming_fixes_the_score() => Given(Started).When(Confirm.Decide).Then(Confirmed).AndAgainNothing();

    [Fact]
    public void A_deduction_becomes_a_case_once()
    {
        var record = new RecordDeduction(1, Guid.Empty, Morning);
        Given(Started).When(record.Decide).Then(new DeductionBecameFinding(1, Guid.Empty, Morning)).AndAgainNothing();
        Given(Started).When((record with { Item = 2 }).Decide).ThenRefused(InspectionRules.NothingDeducted);
        Given(Started).When((record with { Item = 9 }).Decide).ThenRefused(InspectionRules.ItemUnknown);
    }

    [Theory]
    [InlineData(3, 1, 66.67)]
    [InlineData(8, 1, 87.5)]
    [InlineData(800, 1, 99.88)] // 99.875: half away from zero
    [InlineData(5, 12, 0)]
    public void A_score_is_the_share_that_was_reached(int max, int deduction, double score) =>
        Score.Of([new ScoredItem(1, max, false, deduction, null)]).ShouldBe((decimal)score);

    [Fact]
    public void An_item_below_zero_takes_nothing_from_the_others() =>
        Score.Of([new ScoredItem(1, 5, false, 12, null), new ScoredItem(2, 5, false, 0, null)]).ShouldBe(50);

    [Fact]
    public void Nothing_applicable_is_no_score_rather_than_zero() => Score.Of([new ScoredItem(1, 5, true, 0, null)]).ShouldBeNull();

    [Fact]
    public void Every_kind_has_a_name_that_finds_it_again() =>
        Enum.GetValues<InspectionKind>().ShouldAllBe(kind => InspectionKinds.Named(kind.Name()) == kind);

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
