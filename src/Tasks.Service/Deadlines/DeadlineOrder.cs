using Campaign.EventStore;
using Campaign.Tasks.Calendars;
using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>A deadline as it was counted.</summary>
/// <param name="Term">Null when it was named outright.</param>
/// <param name="Calendar">What was consulted; null when nothing was.</param>
internal sealed record Counted(DateTimeOffset Due, Term? Term = null, IReadOnlyList<Edition>? Calendar = null, Anchor? Anchor = null);

/// <summary>How a deadline is asked for: exactly one of the four.</summary>
internal sealed record DeadlineOrder(DateTimeOffset? Due, Term? Term, DueDay? On, Countback? Anchor)
{
    public bool IsOne => (Due is null ? 0 : 1) + (Term is null ? 0 : 1) + (On is null ? 0 : 1) + (Anchor is null ? 0 : 1) == 1;

    public (Counted? Deadline, Refusal? Refusal) Count(DateTimeOffset now, WorkCalendar calendar, DateOnly? evaluation) => this switch
    {
        { Due: { } due } => (new(due), null),
        { Term: { Clock: Clock.WorkingDays or Clock.NaturalDays } days } when days.Amount != decimal.Truncate(days.Amount) =>
            (null, DeadlineRules.NotWhole),
        { Term: { } term } => (new(term.From(now, calendar), term, calendar.Editions(now, term.From(now, calendar))), null),
        { On: { } on } => on.Due(calendar) is { } due
            ? (new(due, Calendar: calendar.Editions(due, due)), null)
            : (null, DeadlineRules.DayNotWorking),
        { Anchor: { } back } => evaluation is { } day ? Hung(new(back.DaysBefore, back.DurationDays, day)) : (null, DeadlineRules.NoEvaluationDate),
        _ => throw new InvalidOperationException("The order names no deadline."),
    };

    private static (Counted?, Refusal?) Hung(Anchor anchor) => (new(anchor.Due, Anchor: anchor), null);
}

/// <summary>A moment of a day: 下班前 (end of the last window), 中午前 (12:00), 24:00.</summary>
internal sealed record DueDay(DateOnly Day, string Moment)
{
    public static readonly IReadOnlyList<string> Moments = ["下班前", "中午前", "24:00"];

    /// <summary>Null: nobody leaves work on a day without it.</summary>
    public DateTimeOffset? Due(WorkCalendar calendar) => Moment switch
    {
        "下班前" => calendar.IsWorking(Day) ? calendar.EndOfWork(Day) : null,
        "中午前" => Deadline.EndOf(Day).AddHours(-12),
        _ => Deadline.EndOf(Day),
    };
}

/// <summary>倒排 from the evaluation date of the street.</summary>
/// <param name="DaysBefore">Natural days before the evaluation.</param>
/// <param name="DurationDays">Working days that the work takes.</param>
internal sealed record Countback(int DaysBefore, int DurationDays);

internal sealed class TermValidator : AbstractValidator<Term>
{
    private const int MaxHours = 10_000;
    private const int MaxDays = 1000;

    public TermValidator()
    {
        RuleFor(x => x.Clock).IsInEnum();
        RuleFor(x => x.Amount).GreaterThan(0).LessThanOrEqualTo(MaxHours);
        RuleFor(x => x.Amount).LessThanOrEqualTo(MaxDays).When(x => x.Clock is Clock.WorkingDays or Clock.NaturalDays);
    }
}

internal sealed class DueDayValidator : AbstractValidator<DueDay>
{
    public DueDayValidator()
    {
        RuleFor(x => x.Day).NotEmpty();
        RuleFor(x => x.Moment).Must(DueDay.Moments.Contains).WithErrorCode("moment-unknown").WithMessage("时刻须为 下班前、中午前 或 24:00。");
    }
}

internal sealed class CountbackValidator : AbstractValidator<Countback>
{
    private const int MaxDays = 1000;

    public CountbackValidator()
    {
        RuleFor(x => x.DaysBefore).InclusiveBetween(0, MaxDays);
        RuleFor(x => x.DurationDays).InclusiveBetween(1, MaxDays);
    }
}
