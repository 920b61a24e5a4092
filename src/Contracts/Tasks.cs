namespace Campaign.Contracts.Tasks;

// Facts of Tasks.Service. In every contract: Street = 9-digit code and tenant; Version = version of the source stream at
// the event, so that a consumer can ignore the older of two; times are instants with an offset; lists are never null.

/// <summary>A street takes part in the campaign, or its name was changed.</summary>
public sealed record StreetRegistered(string Street, long Version, string Name);

/// <summary>A unit was registered or changed. Source: the unit's stream.</summary>
/// <param name="Unit">Code of the unit, unique in its street.</param>
/// <param name="Category">Category it is ranked in (居委会 · 机关部门 · 辖区单位); null for a unit that is not scored.</param>
/// <param name="From">First day in the campaign, Asia/Shanghai.</param>
/// <param name="Until">Last day in the campaign; null while it takes part.</param>
public sealed record UnitRegistered(
    string Street, string Unit, long Version, string Name, string? Category, DateOnly From, DateOnly? Until);

/// <summary>A community is part of a street, or its name was changed. Source: the community's stream.</summary>
public sealed record CommunityRegistered(string Street, string Community, long Version, string Name);

/// <summary>表头用词: what the street's office writes for the headings of its workbooks, all of it. Source: a stream of the street.</summary>
/// <param name="Headings">As the platform calls them.</param>
/// <param name="Words">As the office writes them: each for the heading at its place.</param>
public sealed record HeadingWordsSet(string Street, long Version, IReadOnlyList<string> Headings, IReadOnlyList<string> Words);

/// <summary>A unit is to rectify a finding. Source: the assignment's stream.</summary>
/// <param name="Round">Round of the case, from 1; a relapse begins a new one.</param>
/// <param name="Unit">The lead unit (牵头).</param>
/// <param name="CooperatingUnits">配合单位.</param>
/// <param name="Guarantor">Post of the guarantor leader (包保领导): of the responsibility map, else of the community; null for nobody.</param>
public sealed record RectificationAssigned(
    string Street, Guid FindingId, int Round, Guid AssignmentId, long Version,
    string Unit, IReadOnlyList<string> CooperatingUnits, string? Guarantor, DateTimeOffset Due, DateTimeOffset At);

/// <summary>签收: the unit has taken the rectification.</summary>
public sealed record RectificationAcknowledged(
    string Street, Guid FindingId, int Round, Guid AssignmentId, long Version, string Unit, DateTimeOffset At);

/// <summary>退回派单: the unit says that it is not responsible.</summary>
public sealed record RectificationDeclined(
    string Street, Guid FindingId, int Round, Guid AssignmentId, long Version, string Unit, string Reason, DateTimeOffset At);

/// <summary>延期: the dispatcher granted a later deadline.</summary>
/// <param name="SuspendedUntil">挂账: the clock stands still until then; null for an extension.</param>
public sealed record RectificationDeadlineExtended(
    string Street, Guid FindingId, int Round, Guid AssignmentId, long Version, DateTimeOffset Due, string Reason, DateTimeOffset At,
    DateTimeOffset? SuspendedUntil = null);

/// <summary>整改上报: the unit reports the work done.</summary>
/// <param name="Photos">SHA-256 ids of the after-photos; none where the unit asks for a verification on the spot (请现场复核).</param>
/// <param name="ByOffice">An office entered it for the unit; null where the unit did, or an earlier release told it.</param>
public sealed record RectificationReported(
    string Street, Guid FindingId, int Round, Guid AssignmentId, long Version,
    string Unit, IReadOnlyList<string> Photos, string? Note, DateTimeOffset At, bool? ByOffice = null);

/// <summary>超期: an assignment of any kind passed its deadline unapproved; once per deadline.</summary>
public sealed record AssignmentBecameOverdue(
    string Street, Guid AssignmentId, long Version, string Kind, string Title, string Unit, DateTimeOffset Due);
