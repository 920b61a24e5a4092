namespace Campaign.Inspections.Inspections;

/// <summary>考评对象, from its first to its last day in the campaign.</summary>
internal sealed record CoverageSubject(string Code, string Name, string Category, DateOnly From, DateOnly? Until)
{
    public bool TakesPartIn(DateOnly monday) => From <= monday && (Until is null || Until >= CalendarWeeks.Sunday(monday));
}

internal sealed record CountedInspection(Guid Id, string Subject, DateOnly Date);

internal enum WeekState
{
    Covered,
    Missing,

    /// <summary>The week is not over: not asked for yet, so in no figure.</summary>
    Running,
}

/// <param name="Inspections">The visits of the week, one of which covers it.</param>
internal sealed record SubjectWeek(DateOnly Monday, WeekState State, IReadOnlyList<Guid> Inspections);

/// <param name="MissingWeeks">By their Monday.</param>
internal sealed record SubjectCoverage(
    string Subject, string Name, string Category, IReadOnlyList<SubjectWeek> Weeks, IReadOnlyList<DateOnly> MissingWeeks);

/// <summary>每周至少检查一次: the weeks of each subject that lie wholly in the month and in its time in the campaign.</summary>
/// <param name="Covered">Numerator of the coverage: weeks of subjects with an inspection.</param>
/// <param name="Required">Denominator: those that are over.</param>
internal sealed record Coverage(string Month, int Covered, int Required, IReadOnlyList<SubjectCoverage> Subjects)
{
    /// <param name="visits">Confirmed ones that count; more than the month needs does no harm.</param>
    public static Coverage Of(
        DateOnly firstOfMonth, IEnumerable<CoverageSubject> subjects, IEnumerable<CountedInspection> visits, DateOnly today)
    {
        var bySubject = visits.ToLookup(visit => visit.Subject, StringComparer.Ordinal);
        var all = subjects.Select(subject => Of(firstOfMonth, subject, bySubject[subject.Code], today)).Where(s => s.Weeks.Count > 0)
            .ToList();
        var weeks = all.SelectMany(subject => subject.Weeks).CountBy(week => week.State).ToDictionary();
        var covered = weeks.GetValueOrDefault(WeekState.Covered);
        return new($"{firstOfMonth:yyyy-MM}", covered, covered + weeks.GetValueOrDefault(WeekState.Missing), all);
    }

    private static SubjectCoverage Of(DateOnly firstOfMonth, CoverageSubject subject, IEnumerable<CountedInspection> visits, DateOnly today)
    {
        var weeks = (from monday in CalendarWeeks.WhollyIn(firstOfMonth)
                     where subject.TakesPartIn(monday)
                     let sunday = CalendarWeeks.Sunday(monday)
                     let inWeek = visits.Where(visit => monday <= visit.Date && visit.Date <= sunday).Select(visit => visit.Id).ToList()
                     let state = today <= sunday ? WeekState.Running : inWeek.Count > 0 ? WeekState.Covered : WeekState.Missing
                     select new SubjectWeek(monday, state, inWeek)).ToList();
        return new(
            subject.Code, subject.Name, subject.Category, weeks,
            [.. weeks.Where(week => week.State is WeekState.Missing).Select(week => week.Monday)]);
    }
}
