using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Inspections;

// What Scoring was told about one inspection; the stream has the id of the inspection's stream in Inspections.

/// <summary>开始检查: a score is to come, unless <see cref="InspectionScored"/> is here already.</summary>
internal sealed record InspectionStarted(long SourceVersion, string Subject, string Kind, DateOnly Date) : IInboundEvent, IMovesNoOpenMonth;

/// <summary>提交评分: the sheet is filled and waits for its confirmation.</summary>
internal sealed record InspectionSubmitted(long SourceVersion) : IInboundEvent, IMovesNoOpenMonth;

/// <summary>检查得分: a score sheet was confirmed. The one with the highest source version counts.</summary>
internal sealed record InspectionScored(
    long SourceVersion, string Subject, string Kind, DateOnly Date, decimal? Score, string Sheet, int SheetVersion, string? Reference)
    : IInboundEvent;

/// <summary>撤回导入: what a ledger called an inspection was none. It outranks every score of a lower source version.</summary>
internal sealed record InspectionWithdrawn(long SourceVersion, string Subject, string Kind, DateOnly Date) : IInboundEvent;
