using Campaign.Scoring.Months.Stored;

namespace Campaign.Scoring.Weeks.Stored;

/// <summary><see cref="Weeks.WeekReport"/> as events keep it, with all that it is made of.</summary>
internal sealed record WeekReport(
    WeekCounts Counts, IReadOnlyDictionary<string, FigureValue> Figures, IReadOnlyList<WeekCategory> Categories,
    IReadOnlyList<WeekUnit> Units, IReadOnlyList<RedFinding> RedCases, IReadOnlyList<WeekFinding> Findings,
    IReadOnlyList<string> NotInspected)
{
    public static WeekReport Of(Weeks.WeekReport report) => new(
        WeekCounts.Of(report.Counts), report.Figures.ToDictionary(p => p.Key, p => FigureValue.Of(p.Value), StringComparer.Ordinal),
        [.. report.Categories.Select(WeekCategory.Of)], [.. report.Units.Select(WeekUnit.Of)], [.. report.RedCases.Select(RedFinding.Of)],
        [.. report.Findings.Select(WeekFinding.Of)], report.NotInspected);

    public Weeks.WeekReport ToWeekReport() => new(
        Counts.ToWeekCounts(), Figures.ToDictionary(p => p.Key, p => p.Value.ToFigureValue(), StringComparer.Ordinal),
        [.. Categories.Select(category => category.ToWeekCategory())], [.. Units.Select(unit => unit.ToWeekUnit())],
        [.. RedCases.Select(red => red.ToRedCase())], [.. Findings.Select(finding => finding.ToWeekFinding())], NotInspected);
}

internal sealed record WeekCounts(int Recorded, int SameDay, int StruckOff, int Relapses, int Open, int Overdue, int Inspections)
{
    public static WeekCounts Of(Weeks.WeekCounts c) => new(
        c.Recorded, c.SameDay, c.StruckOff, c.Relapses, c.Open, c.Overdue, c.Inspections);

    public Weeks.WeekCounts ToWeekCounts() => new(Recorded, SameDay, StruckOff, Relapses, Open, Overdue, Inspections);
}

internal sealed record WeekCategory(string Category, IReadOnlyList<WeekRank> Ranking)
{
    public static WeekCategory Of(Weeks.WeekCategory category) => new(category.Category, [.. category.Ranking.Select(WeekRank.Of)]);

    public Weeks.WeekCategory ToWeekCategory() => new(Category, [.. Ranking.Select(rank => rank.ToWeekRank())]);
}

internal sealed record WeekRank(int? Rank, string Subject, string Name, decimal? Score, int Inspections)
{
    public static WeekRank Of(Weeks.WeekRank rank) => new(rank.Rank, rank.Subject, rank.Name, rank.Score, rank.Inspections);

    public Weeks.WeekRank ToWeekRank() => new(Rank, Subject, Name, Score, Inspections);
}

internal sealed record WeekUnit(string Unit, string Name, int Recorded, int StruckOff, int Relapses, int Open, int Overdue)
{
    public static WeekUnit Of(Weeks.WeekUnit u) => new(u.Unit, u.Name, u.Recorded, u.StruckOff, u.Relapses, u.Open, u.Overdue);

    public Weeks.WeekUnit ToWeekUnit() => new(Unit, Name, Recorded, StruckOff, Relapses, Open, Overdue);
}

internal sealed record WeekFinding(
    string CaseNumber, int Round, string? Unit, DateTimeOffset? BeganAt, DateTimeOffset? RoutedAt, DateTimeOffset? Due,
    DateTimeOffset? StruckOffAt)
{
    public static WeekFinding Of(Weeks.WeekFinding f) => new(f.CaseNumber, f.Round, f.Unit, f.BeganAt, f.RoutedAt, f.Due, f.StruckOffAt);

    public Weeks.WeekFinding ToWeekFinding() => new(CaseNumber, Round, Unit, BeganAt, RoutedAt, Due, StruckOffAt);
}

/// <summary><see cref="Weeks.WeekChange"/> as events keep it.</summary>
internal sealed record WeekChange(string What, string Was, string Now)
{
    public static WeekChange Of(Weeks.WeekChange change) => new(change.What, change.Was, change.Now);

    public Weeks.WeekChange ToWeekChange() => new(What, Was, Now);
}
