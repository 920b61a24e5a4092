using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Reference;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Imports;

/// <summary>The same row again, with more steps, or changed.</summary>
public sealed class LedgerHistorySpecs
{
    [Fact]
    public void A_row_that_is_not_here_yet_is_new() => Again([], Recording, Routing).Outcome.ShouldBe(RowOutcome.New);

    [Fact]
    public void The_same_row_again_changes_nothing()
    {
        var again = Again(After(Recording, Routing, Reporting, StrikingOff), Recording, Routing, Reporting, StrikingOff);
        again.ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(RowOutcome.Unchanged), r => r.Events.ShouldBeEmpty(), r => r.Recorded.Count.ShouldBe(4));
    }

    [Fact]
    public void Steps_that_came_since_are_added()
    {
        var again = Again(After(Recording, Routing), Recording, Routing, Step(70, "report"), Step(80, "strikeOff"));

        again.Outcome.ShouldBe(RowOutcome.Extended);
        again.Events.Select(e => e.GetType()).ShouldBe([typeof(RectificationReported), typeof(FindingStruckOff)]);
    }

    [Fact]
    public void An_overdue_that_the_watch_wrote_is_no_difference()
    {
        var here = After(Recording, Routing).Where(e => e.Data is not FindingBecameOverdue).ToList();
        here.Add(Recorded(new FindingBecameOverdue("", 1, Unit, Due), 3));

        Again(here, Recording, Routing).Outcome.ShouldBe(RowOutcome.Unchanged);
        Again(here, Recording, Routing, Step(70, "report")).Events.Single().ShouldBeOfType<RectificationReported>();
    }

    [Fact]
    public void A_step_that_was_changed_is_refused_where_it_stands()
    {
        var again = Again(After(Recording, Routing, Reporting), Recording, Routing with { Due = Due.AddHours(1) }, Reporting);
        again.Outcome.ShouldBe(RowOutcome.Refused);
        (again.Note!.Rule, again.Note.Pointer).ShouldBe(("history-differs", "/timeline/1"));
    }

    [Fact]
    public void Steps_do_not_disappear() =>
        Again(After(Recording, Routing, Reporting), Recording, Routing).Note!.Rule.ShouldBe("history-differs");

    [Fact]
    public void A_case_that_went_on_here_is_not_continued_from_the_ledger()
    {
        var here = After(Recording, Routing).Append(Recorded(new RectificationReported(1, Unit, ["photo"], null, Now), 4)).ToList();

        Again(here, Recording, Routing).Outcome.ShouldBe(RowOutcome.Unchanged);
        Again(here, Recording, Routing, Reporting).Note!.Rule.ShouldBe("case-moved-on");
    }

    [Fact]
    public void An_unknown_category_is_refused() =>
        LedgerHistory.Case(Case(Recording) with { Category = "9999" }, Here(), Context).Note.ShouldBe(FindingRules.CategoryUnknown);

    [Fact]
    public void A_new_case_is_opened_under_its_number()
    {
        var opened = Again([], Recording, Routing, Reporting, StrikingOff).Opening!("990101001-2024-000007");
        opened.OfType<FindingRecorded>().Single().CaseNumber.ShouldBe("990101001-2024-000007");
        opened.OfType<FindingStruckOff>().Single().CaseNumber.ShouldBe("990101001-2024-000007");
    }

    [Fact]
    public void An_inspection_is_filled_and_confirmed_on_its_day()
    {
        var plan = LedgerHistory.Inspection(Inspection(new ItemEntry(1, false, 3, "占道经营")), Here(), Context);

        plan.Outcome.ShouldBe(RowOutcome.New);
        plan.Events[1].ShouldBeOfType<InspectionConfirmed>().ShouldSatisfyAllConditions(
            c => c.Score.ShouldBe(90m), c => c.Reference.ShouldBe("I-1"), c => c.Date.ShouldBe(new DateOnly(2024, 9, 2)));
    }

    [Fact]
    public void A_deduction_above_the_maximum_is_the_ledgers_word_counts_as_zero_and_is_questioned()
    {
        var plan = LedgerHistory.Inspection(Inspection(new ItemEntry(2, false, 12, "占道经营", Max: 5)), Here(), Context);

        plan.Outcome.ShouldBe(RowOutcome.New);
        (plan.Note!.Rule, plan.Note.Pointer).ShouldBe(("deduction-exceeds-maximum", "/items/0/deduction"));
        plan.Events[1].ShouldBeOfType<InspectionConfirmed>().Score.ShouldBe(83.33m);
    }

    [Fact]
    public void The_same_inspection_again_changes_nothing_and_another_is_refused()
    {
        var row = Inspection(new ItemEntry(1, false, 3.0m, "占道经营"));
        var here = Imported(LedgerHistory.Inspection(row, Here(), Context));

        LedgerHistory.Inspection(row with { Items = [new ItemEntry(1, false, 3, "占道经营")] }, Here(here), Context).Outcome.ShouldBe(
            RowOutcome.Unchanged);
        LedgerHistory.Inspection(row with { Items = [new ItemEntry(1, false, 4, "占道经营")] }, Here(here), Context).Note!.Rule.ShouldBe(
            "history-differs");
    }

    [Fact]
    public void Rows_that_name_what_is_not_there_are_refused()
    {
        Refusal Of(LedgerInspection row) => LedgerHistory.Inspection(row, Here(), Context).Note!;
        Of(Inspection() with { Subject = "U999" })
            .ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("unit-unknown"), r => r.Pointer.ShouldBe("/subject"));
        Of(Inspection() with { Sheet = "sheet-9" }).Rule.ShouldBe("sheet-unknown");
        Of(Inspection() with { Kind = "抽查" }).Rule.ShouldBe("kind-unknown");
        Of(Inspection() with { Date = new DateOnly(2099, 1, 1) }).Rule.ShouldBe("date-in-future");
        Of(Inspection(new ItemEntry(9, false, 1, null))).Pointer.ShouldBe("/items/0/no");
        Of(Inspection(new ItemEntry(1, false, 1, null, Max: 16))).Rule.ShouldBe("maximum-differs");
        Of(Inspection(new ItemEntry(1, false, -1, null))).Rule.ShouldBe("deduction-negative");
    }

    [Fact]
    public void A_unit_is_scored_in_its_time_and_by_the_sheet_of_its_category_as_on_a_visit()
    {
        Refusal Of(LedgerInspection row, KnownUnit unit) => LedgerHistory.Inspection(row, Here(), With(unit)).Note!;
        var day = Inspection().Date!.Value;

        Of(Inspection(), new("居委会", day.AddDays(1), null)).ShouldBe(InspectionRules.BeforeJoining(day.AddDays(1)));
        Of(Inspection(), new("居委会", day.AddDays(-9), day.AddDays(-1))).ShouldBe(InspectionRules.AfterLeaving(day.AddDays(-1)));
        Of(Inspection(), new("机关部门", day, null)).ShouldBe(InspectionRules.SheetOfOthers("居委会", "机关部门"));
        LedgerHistory.Inspection(Inspection(), Here(), With(new(null, day, day))).Outcome.ShouldBe(RowOutcome.New);
    }

    [Fact]
    public void An_inspection_that_is_here_stays_the_same_row_though_its_unit_is_another_by_now()
    {
        var here = Imported(LedgerHistory.Inspection(Inspection(), Here(), Context));

        LedgerHistory.Inspection(Inspection(), Here(here), With(new("机关部门", new(2026, 1, 1), null))).Outcome.ShouldBe(RowOutcome.Unchanged);
    }

    private static LedgerContext With(KnownUnit unit) => Context with { Units = new Dictionary<string, KnownUnit> { [Unit] = unit } };

    private static IReadOnlyList<RecordedEvent> After(params LedgerStep[] timeline) =>
        Imported(LedgerHistory.Case(Case(timeline), Here(), Context));

    private static RowPlan Again(IReadOnlyList<RecordedEvent> here, params LedgerStep[] timeline) =>
        LedgerHistory.Case(Case(timeline), Here(here), Context);
}
