using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What an approval is beside the end of the assignment: written in streams of another folder, in the same transaction.</summary>
internal interface IApprovalEffect
{
    /// <param name="approved">The assignment before, with what was submitted.</param>
    Task<IReadOnlyList<StreamChange>> Of(
        StreamId<Assignment> stream, Assignment approved, StreamLoader loader, DateTimeOffset now, CancellationToken cancellation);
}
