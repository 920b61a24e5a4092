using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What must be so before an assignment can be approved, and is to be looked up.</summary>
internal interface IApprovalNeed
{
    /// <returns>Why it cannot be approved; null when nothing speaks against it.</returns>
    Task<Refusal?> Unmet(StreamId<Assignment> stream, CancellationToken cancellation);
}
