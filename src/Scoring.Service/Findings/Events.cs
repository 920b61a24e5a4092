using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Findings;

// What Scoring was told about one finding; the stream has the id of the finding's stream in Inspections. Facts come in any order
// and more than once: `SourceVersion`, the version of the finding's stream, says which is the later and which is the same.

/// <summary>The events of a finding, as Inspections told them.</summary>
internal interface IFindingEvent : IInboundEvent;

/// <summary>登记.</summary>
internal sealed record FindingRecorded(long SourceVersion, string CaseNumber, DateTimeOffset At) : IFindingEvent;

/// <summary>交办.</summary>
internal sealed record FindingRouted(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingEvent;

/// <summary>退回派单: the deadline no longer stands.</summary>
internal sealed record FindingRoutingDeclined(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset At)
    : IFindingEvent;

/// <summary>延期.</summary>
internal sealed record FindingDeadlineExtended(
    long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingEvent;

/// <summary>超期, at the moment of the deadline.</summary>
internal sealed record FindingBecameOverdue(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due)
    : IFindingEvent;

/// <summary>复核不通过.</summary>
internal sealed record RectificationRejected(
    long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingEvent;

/// <summary>销号.</summary>
internal sealed record FindingStruckOff(
    long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingEvent;

/// <summary>反弹: a new round, against the unit that had rectified.</summary>
internal sealed record FindingRelapsed(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset At) : IFindingEvent;

/// <summary>作废: out of every figure.</summary>
internal sealed record FindingVoided(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IFindingEvent;

/// <summary>并案: out of every figure.</summary>
internal sealed record FindingMerged(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IFindingEvent;

/// <summary>强制结案: not struck off, so it stays in the figures; a deadline after it is held against nobody.</summary>
internal sealed record FindingForciblyClosed(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IFindingEvent;

/// <summary>整改上报: the unit says that it is done. Told by Tasks, so the stream and the version are the assignment's.</summary>
internal sealed record RectificationReported(long SourceVersion, Guid CaseId, int Round, string Unit, DateTimeOffset At) : IInboundEvent;
