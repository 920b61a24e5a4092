namespace Campaign.Contracts.Inspections;

// Facts of Inspections.Service; conventions as in Tasks.cs. Source of the finding facts: the finding's stream.

/// <summary>登记: a finding is in the ledger.</summary>
/// <param name="CaseNumber"><c>street-yyyy-nnnnnn</c>, without gaps per street and year.</param>
/// <param name="Category">Code of the category (<c>0110</c>, <c>X8099</c> …).</param>
/// <param name="Severity"><c>Minor</c>, <c>Major</c> or <c>Critical</c>.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="FromLedger">Taken over from an old ledger: a person, not the responsibility map, decides what still waits.</param>
public sealed record FindingRecorded(
    string Street, Guid FindingId, long Version, string CaseNumber, string Category, string Severity, string? Community,
    double? Longitude, double? Latitude, string? Address, string Description, DateTimeOffset At, bool FromLedger);

/// <summary>交办: the finding lies with a unit.</summary>
public sealed record FindingRouted(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At,
    bool FromLedger);

/// <summary>退回派单: the unit was not responsible; the case waits for another and no deadline stands.</summary>
public sealed record FindingRoutingDeclined(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset At);

/// <summary>延期: the finding has a later deadline.</summary>
public sealed record FindingDeadlineExtended(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At);

/// <summary>复核不通过: the rectification was not accepted and is to be done again.</summary>
public sealed record RectificationRejected(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset Due, string Reason,
    DateTimeOffset At);

/// <summary>销号: verified and struck off.</summary>
public sealed record FindingStruckOff(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At);

/// <summary>超期: not struck off by its deadline; once per deadline. It happened at <paramref name="Due"/>.</summary>
public sealed record FindingBecameOverdue(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset Due);

/// <summary>反弹: a struck-off case is there again.</summary>
/// <param name="Round">The new round.</param>
/// <param name="Unit">The unit that had rectified it.</param>
public sealed record FindingRelapsed(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Unit, DateTimeOffset At, bool FromLedger);

/// <summary>作废: recorded in error; out of every figure.</summary>
public sealed record FindingVoided(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string Reason, DateTimeOffset At);

/// <summary>并案: the same matter as another case; out of every figure.</summary>
public sealed record FindingMerged(string Street, Guid FindingId, long Version, string CaseNumber, int Round, Guid Into, DateTimeOffset At);

/// <summary>强制结案: closed by the office without a verified rectification; neither struck off nor void, and counted apart.</summary>
/// <param name="Unit">Null when no unit had it.</param>
/// <param name="Due">The deadline that stood; null when none did.</param>
public sealed record FindingForciblyClosed(
    string Street, Guid FindingId, long Version, string CaseNumber, int Round, string? Unit, DateTimeOffset? Due, string Reason,
    DateTimeOffset At);

/// <summary>
/// 开始检查: somebody is on the spot and fills a score sheet; what is only planned is told to nobody. Source: the inspection's stream.
/// One taken over from a ledger was confirmed at once and comes as <see cref="InspectionScored"/> only.
/// </summary>
/// <param name="Subject">Code of the unit inspected.</param>
/// <param name="Date">Local date (Asia/Shanghai) of the visit, whenever it reached the server.</param>
public sealed record InspectionStarted(
    string Street, Guid InspectionId, long Version, string Subject, string Kind, DateOnly Date, DateTimeOffset At);

/// <summary>提交评分: the sheet is filled and waits for its confirmation. Source: the inspection's stream.</summary>
public sealed record InspectionSubmitted(string Street, Guid InspectionId, long Version, DateTimeOffset At);

/// <summary>确认成绩: a score sheet was filled and confirmed, submitted before or not. Source: the inspection's stream.</summary>
/// <param name="Subject">Code of the unit inspected.</param>
/// <param name="Date">Local date (Asia/Shanghai) of the visit, whenever it reached the server.</param>
/// <param name="Score">0–100, two decimals, half away from zero; null when no item was applicable.</param>
/// <param name="Reference">What the ledger that it was taken over from calls it; orders the inspections of one day.</param>
public sealed record InspectionScored(
    string Street, Guid InspectionId, long Version, string Subject, string Kind, DateOnly Date, decimal? Score, string Sheet,
    int SheetVersion,
    string? Reference = null);

/// <summary>撤回导入: an inspection taken over from a ledger was no visit; its score counts nowhere. Source: the inspection's stream.</summary>
/// <param name="Subject">Code of the unit inspected.</param>
/// <param name="Date">Local date (Asia/Shanghai) of the visit that it stood for.</param>
public sealed record InspectionWithdrawn(
    string Street, Guid InspectionId, long Version, string Subject, string Kind, DateOnly Date, string Reason, DateTimeOffset At);

/// <summary>设置问题类别: the district's list, all of it. Source: a stream of the district.</summary>
/// <param name="Street"><c>district</c>: the list is that of every street.</param>
/// <param name="Codes">Of its categories, in the order of the list.</param>
public sealed record FindingCategoriesSet(string Street, long Version, IReadOnlyList<string> Codes, DateTimeOffset At);
