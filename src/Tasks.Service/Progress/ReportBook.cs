using System.Collections.Immutable;

namespace Campaign.Tasks.Progress;

/// <summary>The progress reports of an assignment: all that were made, and those that no other has corrected.</summary>
internal sealed record ReportBook(ImmutableHashSet<Guid> Made, ImmutableHashSet<Guid> Standing)
{
    public static ReportBook Empty { get; } = new([], []);

    public ReportBook With(ProgressReported report) =>
        new(Made.Add(report.Report), (report.Replaces is { } corrected ? Standing.Remove(corrected) : Standing).Add(report.Report));
}
