using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.LookBacks;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Imports;

/// <summary>
/// 撤回导入: all that an import brought is taken back, or nothing. A case that it only continued begins anew with what it had before, under
/// a number of its own: what others were told of the old one is called off as a whole.
/// </summary>
internal sealed record WithdrawImport(Guid Batch, string Reason, DateTimeOffset Now)
{
    public Withdrawal Decide(StreamRef<LedgerBatch> batch, IReadOnlyList<ImportedNow> rows, IReadOnlyList<PlannedLookBack> lookBacks)
    {
        if (batch.State.Imported is null) return new(ImportRules.BatchNotFound, [], []);
        if (batch.State.Withdrawn is not null) return new(JointDecision.Nothing, [], []);
        var used = rows.Where(row => row.Use is not null).ToList();
        if (used.Count > 0) return new(ImportRules.ImportInUse(used.Count), [], used);

        var restored = rows.Where(row => row.Kind is RowKind.Case && row.Row.Before > 0).Select(Restored).ToList();
        return new(
            JointDecision.Of(
            [
                batch.Gets(new LedgerImportWithdrawn(Reason, Now)),
                .. rows.Select(Withdrawn),
                .. lookBacks.Select(planned => StreamChange.To(
                    planned.Stream, planned.Version, new LookBackCancelled($"导入已撤回：{Reason}", Now))),
                .. restored.Select(opening => StreamChange.New(
                    Finding.Stream(batch.Id.Tenant, opening.Id), [.. opening.Events("")])),
            ]),
            restored, []);
    }

    private StreamChange Withdrawn(ImportedNow row)
    {
        var events = row.Here.Recorded.Select(e => e.Data).ToList();
        if (row.Kind is RowKind.Case)
        {
            var finding = events.Fold<Finding>();
            return StreamChange.To(
                row.Here.Id.As<Finding>(), events.Count,
                [.. Enumerable.Range(1, finding.Round)
                    .Select(round => new ImportedFindingWithdrawn(finding.CaseNumber, round, Batch, Reason, Now))]);
        }
        var inspection = events.Fold<Inspection>();
        return StreamChange.To(
            row.Here.Id.As<Inspection>(), events.Count,
            new ImportedInspectionWithdrawn(inspection.Subject, inspection.Kind, inspection.Date, Batch, Reason, Now));
    }

    private static FindingOpening Restored(ImportedNow row)
    {
        var before = row.Here.Recorded.Take(row.Row.Before).Select(e => e.Data).Cast<IFindingEvent>().ToList();
        var year = ChinaTime.DateOf(before.OfType<FindingRecorded>().First().At).Year;
        return new(row.Next.Id, year, number => [.. before.Select(e => e.Under(number))]);
    }
}

/// <param name="Openings">Cases that begin anew.</param>
/// <param name="Used">Rows that stand in the way.</param>
internal sealed record Withdrawal(JointDecision Decision, IReadOnlyList<FindingOpening> Openings, IReadOnlyList<ImportedNow> Used);

/// <summary>A row of an import as it is now.</summary>
/// <param name="Next">Where it would begin anew.</param>
/// <param name="Reference">Something elsewhere that rests on it; null where there is none.</param>
internal sealed record ImportedNow(RowKind Kind, ImportedRow Row, LedgerStream Here, StreamId Next, string? Reference)
{
    /// <summary>Why it cannot be taken back; 超期 is nobody's deed.</summary>
    public string? Use =>
        Reference ?? (Here.Recorded.Skip(Row.After).Any(e => e.Data is not FindingBecameOverdue) ? "导入后又有办理或补录" : null);

    public string Name => Kind is RowKind.Case ? $"案件 {Here.Recorded.Select(e => e.Data).Fold<Finding>().CaseNumber}" : "检查";
}

internal sealed record PlannedLookBack(StreamId<LookBack> Stream, long Version);
