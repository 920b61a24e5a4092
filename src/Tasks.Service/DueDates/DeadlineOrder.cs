using Campaign.EventStore;
using Campaign.Tasks.Calendars;
using FluentValidation;

namespace Campaign.Tasks.DueDates;

/// <summary>A deadline as it was counted.</summary>
/// <param name="Term">Null when it was named outright.</param>
/// <param name="Calendar">What was consulted; null when nothing was.</param>
internal sealed record ComputedDeadline(
    DateTimeOffset Due, Term? Term = null, IReadOnlyList<Edition>? Calendar = null, Anchor? Anchor = null);

/// <summary>How a deadline is asked for: exactly one of the four.</summary>
internal sealed record DeadlineOrder(DateTimeOffset? Due, Term? Term, DueDay? On, Countback? Anchor)
{
    public bool IsOne => (Due is null ? 0 : 1) + (Term is null ? 0 : 1) + (On is null ? 0 : 1) + (Anchor is null ? 0 : 1) == 1;

    public (ComputedDeadline? Deadline, Refusal? Refusal) Count(DateTimeOffset now, WorkCalendar calendar, DateOnly? evaluation)
    {
        if (Due is { } named) return (new(named), null);
        if (Term is { } term) return term.IsWhole() ? Counting(term, now, calendar) : (null, TermRules.NotWhole);
        if (On is { } on) return on.Count(calendar);
        if (Anchor is not { } back) throw new InvalidOperationException("The order names no deadline.");
        if (evaluation is not { } date) return (null, TermRules.NoEvaluationDate);
        var anchor = new Anchor(back.DaysBefore, back.DurationDays, date);
        return (new(anchor.Due, Anchor: anchor), null);
    }

    private static (ComputedDeadline?, Refusal?) Counting(Term term, DateTimeOffset now, WorkCalendar calendar)
    {
        var due = term.From(now, calendar);
        return (new(due, term, calendar.Editions(now, due)), null);
    }
}

/// <summary>A moment of a day: 下班前 (end of the last window), 中午前 (12:00), 24:00.</summary>
internal sealed record DueDay(DateOnly Day, string Moment)
{
    private const string EndOfWork = "下班前";
    private const string Noon = "中午前";
    public static readonly IReadOnlyList<string> Moments = [EndOfWork, Noon, "24:00"];

    public (ComputedDeadline? Deadline, Refusal? Refusal) Count(WorkCalendar calendar)
    {
        if (Moment != EndOfWork) return (new(Moment == Noon ? Deadline.NoonOf(Day) : Deadline.EndOf(Day)), null);
        if (!calendar.IsWorking(Day)) return (null, TermRules.DayNotWorking);
        var due = calendar.EndOfWork(Day);
        return (new(due, Calendar: calendar.Editions(due, due)), null);
    }
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
    public DueDayValidator() =>
        RuleFor(x => x.Moment).Must(DueDay.Moments.Contains).WithErrorCode("moment-unknown").WithMessage("时刻须为 下班前、中午前 或 24:00。");
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
