using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.LookBacks;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Imports;

/// <summary>An import is taken back as a whole, or not at all.</summary>
public sealed class WithdrawImportSpecs
{
    private const string Number = "990101001-2024-000001";
    private static readonly Guid Batch = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly WithdrawImport Withdraw = new(Batch, "日期填错", Now);
    private static readonly StreamId Next = LedgerIds.Finding(Street, "C-1", take: 1);

    [Fact]
    public void What_it_began_is_withdrawn_with_every_round()
    {
        var relapsed = Events(Recording, Routing, Reporting, StrikingOff, Relapsing);

        var withdrawal = Withdraw.Decide(Batched(0, relapsed.Count), [Row(0, relapsed)], []);

        withdrawal.Decision.EventsOf(Here().Id).ShouldBe(
        [
            new ImportedFindingWithdrawn(Number, 1, Batch, "日期填错", Now), new ImportedFindingWithdrawn(Number, 2, Batch, "日期填错", Now),
        ]);
        relapsed.Select(e => e.Data).Concat(withdrawal.Decision.EventsOf(Here().Id)).Fold<Finding>().Status
            .ShouldBe(FindingStatus.Voided);
        withdrawal.Openings.ShouldBeEmpty();
    }

    [Fact]
    public void What_it_continued_begins_anew_as_it_was_before()
    {
        var grown = Events(Recording, Routing, Reporting, StrikingOff);

        var withdrawal = Withdraw.Decide(Batched(2, 4), [Row(2, grown)], []);

        withdrawal.Decision.EventsOf(Here().Id).Single().ShouldBeOfType<ImportedFindingWithdrawn>();
        var opening = withdrawal.Openings.ShouldHaveSingleItem();
        (opening.Id, opening.Year).ShouldBe((Next.Id, 2024));
        var restored = opening.Events("990101001-2024-000009");
        restored.Select(e => e.GetType()).ShouldBe([typeof(FindingRecorded), typeof(FindingRouted)]);
        restored.Fold<Finding>().ShouldSatisfyAllConditions(
            f => f.CaseNumber.ShouldBe("990101001-2024-000009"), f => f.Status.ShouldBe(FindingStatus.Routed), f => f.Due.ShouldBe(Due));
        restored.OfType<FindingRouted>().Single().CaseNumber.ShouldBe("990101001-2024-000009");
    }

    [Fact]
    public void A_case_on_which_something_was_done_keeps_the_whole_import()
    {
        var used = Events(Recording, Routing).Append(Recorded(new FindingAcknowledged(1, Unit, Now), 3)).ToList();
        var other = new ImportedNow(RowKind.Case, new("C-2", Guid.Empty, 0, 1), new(new(Street, Guid.Empty), 0, []), Next, null);

        var withdrawal = Withdraw.Decide(Batched(0, 2), [Row(0, used, after: 2), other], []);

        withdrawal.Decision.Refusal!.Rule.ShouldBe("import-in-use");
        withdrawal.Used.Select(row => row.Row.Id).ShouldBe(["C-1"]);
    }

    [Fact]
    public void An_overdue_that_the_watch_wrote_is_nobodys_deed()
    {
        var late = Events(Recording, Routing).Append(Recorded(new FindingBecameOverdue(Number, 1, Unit, Due), 3)).ToList();
        Withdraw.Decide(Batched(0, 2), [Row(0, late, after: 2)], []).Decision.Refusal.ShouldBeNull();
    }

    [Fact]
    public void What_rests_on_it_elsewhere_keeps_it_too() =>
        Withdraw.Decide(Batched(0, 2), [Row(0, Events(Recording, Routing)) with { Reference = "已有其他案件并入" }], [])
            .Decision.Refusal!.Rule.ShouldBe("import-in-use");

    [Fact]
    public void A_visit_that_was_none_is_withdrawn()
    {
        var visit = Imported(LedgerHistory.Inspection(Inspection(new ItemEntry(1, false, 3, "占道经营")), Here(), Context));
        var row = new ImportedNow(RowKind.Inspection, new("I-1", Guid.Empty, 0, 2), Here(visit), Next, null);

        var events = Withdraw.Decide(Batched(0, 2), [row], []).Decision.EventsOf(Here().Id);

        events.Single().ShouldBeOfType<ImportedInspectionWithdrawn>().Subject.ShouldBe(Unit);
        visit.Select(e => e.Data).Concat(events).Fold<Inspection>().HasNoSheet.ShouldBe(InspectionRules.Cancelled);
    }

    [Fact]
    public void Visits_that_were_planned_for_it_are_called_off()
    {
        var planned = new PlannedLookBack(new(Street, Guid.Empty), 1);
        Withdraw.Decide(Batched(0, 2), [Row(0, Events(Recording, Routing))], [planned]).Decision.EventsOf(planned.Stream)
            .ShouldBe([new LookBackCancelled("导入已撤回：日期填错", Now)]);
    }

    [Fact]
    public void Twice_is_once_and_what_is_no_import_is_not_found()
    {
        var batch = Batched(0, 2);
        var gone = batch with { State = batch.State.Evolve(new LedgerImportWithdrawn("日期填错", Now)) };
        Withdraw.Decide(gone, [], []).Decision.ShouldBe(JointDecision.Nothing);
        Withdraw.Decide(new(batch.Id, LedgerBatch.Initial, 0), [], []).Decision.Refusal.ShouldBe(ImportRules.BatchNotFound);
    }

    [Fact]
    public void A_row_begins_anew_in_another_stream_after_each_withdrawal() =>
        Enumerable.Range(0, 3).Select(take => LedgerIds.Finding(Street, "C-1", take).Id).ShouldBeUnique();

    private static StreamRef<LedgerBatch> Batched(int before, int after) => new(
        LedgerBatch.Stream(Street, Batch),
        LedgerBatch.Initial.Evolve(new LedgerImported([new("C-1", Here().Id.Id, before, after)], [], Now)), 1);

    private static ImportedNow Row(int before, IReadOnlyList<RecordedEvent> recorded, int? after = null) =>
        new(RowKind.Case, new("C-1", Here().Id.Id, before, after ?? recorded.Count), Here(recorded), Next, null);

    /// <summary>Without the deadlines that the clock made late.</summary>
    private static IReadOnlyList<RecordedEvent> Events(params LedgerStep[] timeline) =>
    [
        .. LedgerHistory.Case(Case(timeline), Here(), Context).Opening!(Number).Where(e => e is not FindingBecameOverdue)
            .Select((e, i) => Recorded(e, i + 1, LedgerHistory.Cause + "request")),
    ];
}
