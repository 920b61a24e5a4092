using Campaign.Inspections.Evidence;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.ScoreSheets;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class ScoreItemSpecs
{
    private static readonly SheetVersion Ruled = new("sheet-1", 1, null, "居委会",
    [
        new(1, "公厕", 5, Rule: new(DeductionForm.PerOccurrence, 0.5m)), new(2, "档案", 5),
        new(3, "制度", 10, Rule: new(DeductionForm.AllOrNothing), MayNotApply: false),
    ]);

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, DateOnly.FromDateTime(Morning.DateTime), "sheet-1", 1,
        [new(1, 5, false, 0, null), new(2, 5, false, 0, null), new(3, 10, false, 0, null)], Morning, null);

    private static readonly InspectionConfirmed Confirmed = new(Unit, InspectionKind.Daily, Started.Date, 100, "sheet-1", 1, Morning, null);

    [Fact]
    public void An_item_is_scored_by_what_was_counted() => Given(Started).When(Enter(1, count: 3))
        .Then(new InspectionItemScored(new(1, 5, false, 1.5m, "脏乱", 3), 92.5m, Morning)).AndAgainNothing();

    [Fact]
    public void The_same_item_again_with_more_is_a_new_entry() =>
        Given(Started, new InspectionItemScored(new(1, 5, false, 1.5m, "脏乱", 3), 92.5m, Morning)).When(Enter(1, count: 30))
            .Then(new InspectionItemScored(new(1, 5, false, 5, "脏乱", 30), 75, Morning));

    [Fact]
    public void An_item_without_a_rule_takes_any_amount() => Given(Started).When(Enter(2, deduction: 1.23m))
        .Then(new InspectionItemScored(new(2, 5, false, 1.23m, "脏乱"), 93.85m, Morning));

    [Fact]
    public void What_the_rule_cannot_come_to_is_refused()
    {
        Given(Started).When(Enter(1, deduction: 0.7m)).ThenRefused(InspectionRules.DeductionOffRule);
        Given(Started).When(Enter(3, deduction: 4)).ThenRefused(InspectionRules.DeductionOffRule);
        Given(Started).When(Enter(1, deduction: 1, count: 3)).ThenRefused(InspectionRules.DeductionDiffersFromCount);
        Given(Started).When(Enter(2, count: 3)).ThenRefused(InspectionRules.CountNotAsked);
        Given(Started).When(Enter(1, count: 3, reason: " ")).ThenRefused(InspectionRules.ReasonMissing);
        Given(Started).When(Enter(3, notApplicable: true)).ThenRefused(InspectionRules.NotApplicableNotAllowed);
        Given(Started).When(Enter(1, count: 1, notApplicable: true)).ThenRefused(InspectionRules.NotApplicableDeducted);
        Given(Started).When(Enter(9)).ThenRefused(InspectionRules.ItemUnknown);
        Enter(1, deduction: 0.7m)(Given(Started).State).Refusal!.Pointer.ShouldBe("/deduction");
    }

    [Fact]
    public void Items_are_scored_until_the_score_is_confirmed_also_after_submitting()
    {
        Given(Started, new InspectionSubmitted(Morning)).When(Enter(1, count: 1))
            .Then(new InspectionItemScored(new(1, 5, false, 0.5m, "脏乱", 1), 97.5m, Morning));
        Given(Started, Confirmed).When(Enter(1, count: 1)).ThenRefused(InspectionRules.Confirmed);
        Given(Started, Confirmed).When(Enter(1, reason: null)).ThenNothing();
        Given(Started, new InspectionSubmitted(Morning)).When(new ConfirmInspection(Morning).Decide).Then(Confirmed).AndAgainNothing();
    }

    [Fact]
    public void An_item_keeps_its_photos_until_somebody_takes_them_away()
    {
        string[] photos = [new('a', 64)];
        var entry = new ItemEntry(2, false, 1, "脏乱", Photos: photos, PhotoRoles: [new(photos[0], PhotoRole.Near)]);
        var scored = new InspectionItemScored(
            new(2, 5, false, 1, "脏乱", null, photos, [new(photos[0], PhotoRole.Near)]), 95, Morning);
        Given(Started).When(new ScoreItem(Ruled, entry, Morning).Decide).Then(scored).AndAgainNothing();
        Given(Started, scored).When(Enter(2, deduction: 1)).ThenNothing();
        Given(Started, scored).When(Enter(2, deduction: 2)).Then(
            new InspectionItemScored(scored.Item with { Deduction = 2 }, 90, Morning));
        Given(Started, scored).When(new ScoreItem(Ruled, entry with { Photos = [], PhotoRoles = null }, Morning).Decide).Then(
            new InspectionItemScored(new(2, 5, false, 1, "脏乱"), 95, Morning));
        Given(Started, scored).When(new CorrectItems(Ruled, [new(2, false, 3, "脏乱")], Morning).Decide).Then(
            new InspectionItemsCorrected([Started.Items[0], scored.Item with { Deduction = 3 }, Started.Items[2]], Morning));
    }

    private static Func<Campaign.Inspections.Inspections.Inspection, Campaign.EventStore.Decision> Enter(
        int no, decimal deduction = 0, int? count = null, string? reason = "脏乱", bool notApplicable = false) =>
        new ScoreItem(Ruled, new(no, notApplicable, deduction, reason, Count: count), Morning).Decide;

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
