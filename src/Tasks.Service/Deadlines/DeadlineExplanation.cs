using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Deadlines;

/// <summary>How a deadline came to be, step by step.</summary>
/// <param name="Due">Null while nobody has been given the work.</param>
internal sealed record DeadlineExplanation(DateTimeOffset? Due, IReadOnlyList<ExplanationStep> Steps)
{
    /// <param name="history">The events of the assignment, each with the calendar it was counted by.</param>
    public static DeadlineExplanation Of(IEnumerable<(IAssignmentEvent Event, WorkCalendar Calendar)> history)
    {
        var (assignment, steps) = (Assignment.Initial, new List<ExplanationStep>());
        foreach (var (@event, calendar) in history)
        {
            steps.AddRange(StepsOf(@event, assignment, calendar));
            assignment = assignment.Evolve(@event);
        }
        return new(assignment.Due, steps);
    }

    /// <summary>The editions of the calendar that an event was counted by.</summary>
    public static IReadOnlyList<Edition> EditionsOf(IAssignmentEvent @event) => @event switch
    {
        AssignmentIssued e => e.Calendar ?? [],
        DeadlineExtended e => e.Calendar ?? [],
        ClockSuspended e => e.Calendar,
        ClockResumed e => e.Calendar,
        _ => [],
    };

    private static IEnumerable<ExplanationStep> StepsOf(IAssignmentEvent @event, Assignment before, WorkCalendar calendar) => @event switch
    {
        AssignmentIssued { Term: { } term } e =>
        [
            new(StepKind.Issued, Wording.Issued(term, e.At, e.Due), e.At, e.Due),
            .. DeadlineTrace.Of(term, e.At, e.Due, calendar, begins: true),
        ],
        AssignmentIssued { Anchor: { } anchor } e => [new(StepKind.Issued, Wording.Hung(anchor), e.At, e.Due)],
        AssignmentIssued e => [Named(e.At, e.Due), .. DeadlineTrace.Tables(e.Calendar ?? [], calendar)],
        RectificationIssued e => [Named(e.At, e.Due)],
        RectificationTakenOver e => [Named(e.At, e.Due)],
        RectificationExtended e => [new(StepKind.Extended, $"台账记载延期至{Wording.Due(e.Due)}。", e.At, e.Due)],
        DeadlineExtended { Term: { } term } e =>
        [
            new(StepKind.Extended, Wording.Extended(term, e, before.Clock.Extensions + 1), before.Due, e.Due),
            .. before.Due is { } due ? DeadlineTrace.Of(term, due, e.Due, calendar, begins: false) : [],
        ],
        DeadlineExtended e => [new(StepKind.Extended, $"延期至{Wording.Due(e.Due)}。事由：{e.Reason}", before.Due, e.Due)],
        ClockSuspended e => [new(StepKind.Suspended, Wording.Suspended(e), e.At, e.Until)],
        ClockResumed e => [new(StepKind.Resumed, Wording.Resumed(e), e.At, e.Due)],
        DeadlineMoved e => [new(StepKind.Moved, Wording.Moved(e), e.From, e.Due)],
        AssignmentReassigned e => [new(StepKind.Reassigned, $"任务转办，期限不变：{Wording.Due(e.Due)}。", e.At, e.Due)],
        AssignmentBecameOverdue e => [new(StepKind.Overdue, $"{Wording.Due(e.Due)}未办结，超期。", e.Due, null)],
        RectificationBecameOverdue e => [new(StepKind.Overdue, $"{Wording.Due(e.Due)}未销号，超期。", e.Due, null)],
        OverdueAppealUpheld e => [new(StepKind.Waived, $"申诉成立，曾超时·不计。理由：{e.Reason}", e.At, null)],
        _ => [],
    };

    private static ExplanationStep Named(DateTimeOffset at, DateTimeOffset due) =>
        new(StepKind.Issued, $"{Wording.Moment(at)}下达，期限直接指定为{Wording.Due(due)}。", at, due);
}

/// <param name="Text">The sentence people read.</param>
/// <param name="Days">The days a step is about.</param>
/// <param name="Counted">Whether those days, or those nights, count; null where the step is about none.</param>
/// <param name="Nights">Number of nights a step is about.</param>
internal sealed record ExplanationStep(
    StepKind Kind, string Text, DateTimeOffset? From = null, DateTimeOffset? Until = null,
    IReadOnlyList<DaySpan>? Days = null, bool? Counted = null, int? Nights = null);

internal enum StepKind
{
    Issued, Nights, Weekends, Holidays, ShiftedWorkingDays, Calendar, NoCalendar,
    Extended, Suspended, Resumed, Moved, Reassigned, Overdue, Waived,
}

/// <param name="Name">Of the holiday.</param>
internal sealed record DaySpan(DateOnly From, DateOnly To, string? Name = null)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}
