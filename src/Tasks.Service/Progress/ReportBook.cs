using System.Collections.Immutable;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Progress;

/// <summary>The progress reports of an assignment: all that were made, and those that no other has corrected.</summary>
internal sealed record ReportBook(ImmutableHashSet<Guid> Made, ImmutableHashSet<Guid> Standing) : IFacet<ReportBook>
{
    public static ReportBook None { get; } = new([], []);

    public ReportBook Evolve(IProgressEvent @event) => @event switch
    {
        ProgressReported e => new(Made.Add(e.Report), (e.Replaces is { } corrected ? Standing.Remove(corrected) : Standing).Add(e.Report)),
    };

    public IFacet Witness(IAssignmentEvent @event) => this;
}
