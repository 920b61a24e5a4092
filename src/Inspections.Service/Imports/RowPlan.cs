using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Integration;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Imports;

internal enum RowKind { Inspection, Case }

internal enum RowOutcome { New, Extended, Unchanged, Refused }

/// <summary>What is to become of a row.</summary>
/// <param name="Recorded">The events its stream has.</param>
/// <param name="Events">The events it is to get; those of a new finding still without its number.</param>
/// <param name="Note">Why it is refused; or, if it is not, what somebody should look at. Its pointer is within the row.</param>
/// <param name="Opening">For a new finding: its events once it has a number.</param>
internal sealed record RowPlan(
    StreamId Stream, RowOutcome Outcome, IReadOnlyList<object> Recorded, IReadOnlyList<object> Events,
    string? CaseNumber = null, Refusal? Note = null, Func<string, IReadOnlyList<object>>? Opening = null)
{
    public static RowPlan Refused(StreamId stream, Refusal refusal, string? caseNumber = null) =>
        new(stream, RowOutcome.Refused, [], [], caseNumber, refusal);
}

/// <param name="Pointer">Where the row is in the request.</param>
internal sealed record PlannedRow(RowKind Kind, string Id, string Pointer, RowPlan Plan)
{
    public LedgerRow Answer() => new(
        Kind, Id, Plan.Outcome, Plan.Stream.Id,
        IntegrationEventMapper.Count(Plan.Recorded.Concat(Plan.Events)), Plan.CaseNumber, Plan.Note?.Rule, Plan.Note?.Detail,
        Plan.Note is { } note ? Pointer + note.Pointer : null);
}

/// <param name="Facts">How many facts the others are told of this stream in all.</param>
/// <param name="Rule">The rule behind a refusal, or behind a question that a row taken over leaves open.</param>
internal sealed record LedgerRow(
    RowKind Kind, string Id, RowOutcome Outcome, Guid StreamId, int Facts, string? CaseNumber, string? Rule, string? Detail,
    string? Pointer);

/// <summary>What is to become of all rows of a request, and the appends that make it so.</summary>
internal sealed record LedgerPlan(IReadOnlyList<PlannedRow> Rows)
{
    public bool HasRefusal => Rows.Any(row => row.Plan.Outcome is RowOutcome.Refused);

    /// <summary>In the order in which they get their numbers: as they were recorded.</summary>
    public IReadOnlyList<FindingOpening> Openings() =>
    [
        .. Rows.Where(row => row.Plan.Opening is not null).OrderBy(RecordedAt).ThenBy(row => row.Id, StringComparer.Ordinal)
            .Select(row => new FindingOpening(row.Plan.Stream.Id, ChinaTime.DateOf(RecordedAt(row)).Year, row.Plan.Opening!)),
    ];

    public bool ChangesAnything => Rows.Any(row => row.Plan.Events.Count > 0);

    /// <summary>What every stream gets, that of the import included; new findings still without their numbers.</summary>
    public IEnumerable<StreamChange> Changes(StreamId<LedgerBatch> batch, DateTimeOffset now)
    {
        if (!ChangesAnything) return [];
        return Rows.Select(row => row.Kind is RowKind.Case
            ? StreamChange.To(row.Plan.Stream.As<Finding>(), row.Plan.Recorded.Count, row.Plan.Events)
            : StreamChange.To(row.Plan.Stream.As<Inspection>(), row.Plan.Recorded.Count, row.Plan.Events))
            .Append(StreamChange.New(batch, new LedgerImported(Imported(RowKind.Case), Imported(RowKind.Inspection), now)));
    }

    private IReadOnlyList<ImportedRow> Imported(RowKind kind) =>
    [
        .. from row in Rows
           where row.Kind == kind && row.Plan.Events.Count > 0
           let before = row.Plan.Recorded.Count
           select new ImportedRow(row.Id, row.Plan.Stream.Id, before, before + row.Plan.Events.Count),
    ];

    public LedgerPlan WithNumbers(IEnumerable<(Guid Case, string Number)> given)
    {
        var numbers = given.ToDictionary(x => x.Case, x => x.Number);
        return new([.. Rows.Select(row => numbers.TryGetValue(row.Plan.Stream.Id, out var number)
            ? row with { Plan = row.Plan with { CaseNumber = number } }
            : row)]);
    }

    private static DateTimeOffset RecordedAt(PlannedRow row) => ((FindingRecorded)row.Plan.Events[0]).At;
}
