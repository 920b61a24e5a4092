using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What a figure must be before it can be submitted, and is to be looked up.</summary>
internal interface ISubmissionNeed
{
    /// <returns>Why it cannot be; null when nothing speaks against it.</returns>
    Task<Refusal?> Unmet(StreamId<Assignment> stream, ReachedFigure figure, DateTimeOffset now, CancellationToken cancellation);
}
