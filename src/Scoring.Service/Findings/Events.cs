using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Findings;

// What Scoring was told about one case; the stream has the id of the finding's stream in Inspections. Facts come in any order
// and more than once: `SourceVersion`, the version of the finding's stream, says which is the later and which is the same.

/// <summary>登记.</summary>
internal sealed record CaseRecorded(long SourceVersion, string CaseNumber, DateTimeOffset At) : IInboundEvent;

/// <summary>交办.</summary>
internal sealed record CaseRouted(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At) : IInboundEvent;

/// <summary>退回派单: the deadline no longer stands.</summary>
internal sealed record CaseRoutingDeclined(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset At) : IInboundEvent;

/// <summary>延期.</summary>
internal sealed record CaseDeadlineExtended(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At) : IInboundEvent;

/// <summary>超期, at the moment of the deadline.</summary>
internal sealed record CaseBecameOverdue(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due) : IInboundEvent;

/// <summary>复核不通过.</summary>
internal sealed record CaseRejected(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At) : IInboundEvent;

/// <summary>销号.</summary>
internal sealed record CaseStruckOff(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At) : IInboundEvent;

/// <summary>反弹: a new round, against the unit that had rectified.</summary>
internal sealed record CaseRelapsed(long SourceVersion, string CaseNumber, int Round, string Unit, DateTimeOffset At) : IInboundEvent;

/// <summary>作废: out of every figure.</summary>
internal sealed record CaseVoided(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IInboundEvent;

/// <summary>并案: out of every figure.</summary>
internal sealed record CaseMerged(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IInboundEvent;

/// <summary>强制结案: not struck off, so it stays in the figures; a deadline after it is held against nobody.</summary>
internal sealed record CaseForciblyClosed(long SourceVersion, string CaseNumber, int Round, DateTimeOffset At) : IInboundEvent;

/// <summary>整改上报: the unit says that it is done. Told by Tasks, so the stream and the version are the assignment's.</summary>
internal sealed record CaseHandled(long SourceVersion, Guid CaseId, int Round, string Unit, DateTimeOffset At) : IInboundEvent;
