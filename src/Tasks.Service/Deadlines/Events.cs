using System.Text.Json.Serialization;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Deadlines;

// What happens to the deadline of an assignment, beside DeadlineExtended and AssignmentBecameOverdue. `Calendar` names the
// editions of the holiday tables that were counted by, so that a later edition explains nothing differently.

/// <summary>申请延期.</summary>
internal sealed record ExtensionRequested(string Unit, string Reason, DateTimeOffset At);

/// <summary>不同意延期. Does not count as an extension.</summary>
internal sealed record ExtensionRefused(string Unit, string Reason, DateTimeOffset At);

/// <summary>挂账: the clock stands still.</summary>
/// <param name="Due">The deadline if it stands still until then.</param>
internal sealed record ClockSuspended(
    string Unit, DateTimeOffset Until, DateTimeOffset Due, string Reason, CaseRef? Case, DateTimeOffset At, IReadOnlyList<Edition> Calendar);

/// <summary>恢复计时.</summary>
/// <param name="Reason">Null when the time of the suspension was over.</param>
internal sealed record ClockResumed(string Unit, DateTimeOffset Due, string? Reason, DateTimeOffset At, IReadOnlyList<Edition> Calendar);

/// <summary>督办 of what is overdue; once a deadline.</summary>
internal sealed record AssignmentSupervised(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At);

/// <summary>申诉 against being counted as late.</summary>
internal sealed record OverdueAppealed(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At);

/// <summary>曾超时·不计: it was late, and no statistics count it.</summary>
internal sealed record OverdueAppealUpheld(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At);

/// <summary>申诉不成立.</summary>
internal sealed record OverdueAppealDismissed(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At);

/// <summary>倒排: what an assignment hangs on.</summary>
/// <param name="DaysBefore">Natural days before the evaluation; it is due at 24:00 of that day.</param>
/// <param name="DurationDays">Working days that the work takes.</param>
internal sealed record Anchor(int DaysBefore, int DurationDays, DateOnly EvaluationDate)
{
    [JsonIgnore]
    public DateTimeOffset Due => Deadline.EndOf(EvaluationDate.AddDays(-DaysBefore));
}
