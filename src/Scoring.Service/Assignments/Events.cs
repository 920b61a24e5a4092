using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Assignments;

/// <summary>任务超期, as Tasks told it. Rectifications are not among them: their finding tells the same itself.</summary>
/// <param name="SourceVersion">Of the assignment's stream.</param>
internal sealed record AssignmentBecameOverdue(long SourceVersion, string Kind, string Title, string Unit, DateTimeOffset Due)
    : IInboundEvent;
