using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences.Stored;

/// <summary><see cref="Recurrences.RecurrenceTerms"/> as events keep it, with all that it is made of.</summary>
internal sealed record RecurrenceTerms(
    string Title, Rule Rule, DateOnly From, DateOnly? Until = null, IReadOnlyList<string>? Units = null, bool? AllCommunities = null,
    string? Guarantor = null, IReadOnlyList<RecordNeed>? Needs = null, int? GraceDays = null)
{
    public static RecurrenceTerms Of(Recurrences.RecurrenceTerms terms) => new(
        terms.Title, Rule.Of(terms.Rule), terms.From, terms.Until, terms.Units, terms.AllCommunities, terms.Guarantor, terms.Needs,
        terms.GraceDays);

    public Recurrences.RecurrenceTerms ToRecurrenceTerms() => new(
        Title, Rule.ToRule(), From, Until, Units, AllCommunities, Guarantor, Needs, GraceDays);
}

internal sealed record Rule(
    Every Every, IReadOnlyList<DayOfWeek>? Weekdays = null, Nth? Nth = null, IReadOnlyList<int>? LunarDigits = null, DayPart? Part = null,
    IReadOnlyList<TimeWindow>? At = null, int? Times = null, HolidayRule? OnHoliday = null)
{
    public static Rule Of(Recurrences.Rule rule) => new(
        rule.Every, rule.Weekdays, rule.Nth, rule.LunarDigits, rule.Part, rule.At is null ? null : [.. rule.At.Select(TimeWindow.Of)],
        rule.Times, rule.OnHoliday);

    public Recurrences.Rule ToRule() => new(
        Every, Weekdays, Nth, LunarDigits, Part, At is null ? null : [.. At.Select(window => window.ToTimeWindow())], Times,
        OnHoliday);
}

internal sealed record TimeWindow(TimeOnly From, TimeOnly To)
{
    public static TimeWindow Of(Recurrences.TimeWindow window) => new(window.From, window.To);

    public Recurrences.TimeWindow ToTimeWindow() => new(From, To);
}
