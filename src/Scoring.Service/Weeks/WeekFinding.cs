using Campaign.Figures;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Weeks;

/// <summary>A round of a finding that was begun or struck off in the week, as it was at the week's end.</summary>
/// <param name="Round">1; more after a relapse.</param>
/// <param name="Unit">Null while it lies with nobody.</param>
internal sealed record WeekFinding(
    string CaseNumber, int Round, string? Unit, DateTimeOffset? BeganAt, DateTimeOffset? RoutedAt, DateTimeOffset? Due,
    DateTimeOffset? StruckOffAt)
{
    public static IReadOnlyList<WeekFinding> Of(RoundScope rounds) =>
    [
        .. rounds.Rounds(RoundSet.Began).Concat(rounds.Rounds(RoundSet.StruckOff)).DistinctBy(c => c.Key, StringComparer.Ordinal)
            .OrderBy(c => c.CaseNumber, StringComparer.Ordinal).ThenBy(c => c.Round.Number)
            .Select(c => new WeekFinding(
                c.CaseNumber, c.Round.Number, c.Round.Unit, c.Round.BeganAt, c.Round.RoutedAt, c.Round.Due, c.Round.StruckOffAt)),
    ];
}

/// <summary>A responsible unit's week.</summary>
/// <param name="Unit">Empty for what lies with nobody.</param>
/// <param name="Recorded">Recorded in the week and now with the unit.</param>
internal sealed record WeekUnit(string Unit, string Name, int Recorded, int StruckOff, int Relapses, int Open, int Overdue)
{
    public static IReadOnlyList<WeekUnit> Of(RoundScope rounds, IReadOnlyList<Subject> subjects)
    {
        var names = subjects.ToDictionary(s => s.Code, s => s.Name, StringComparer.Ordinal);
        var recorded = By(RoundSet.Recorded, _ => true);
        var struckOff = By(RoundSet.StruckOff, _ => true);
        var relapses = By(RoundSet.Began, round => round.Number > 1);
        var open = By(RoundSet.Open, _ => true);
        var overdue = By(RoundSet.Open, round => RoundOutcome.Overdue.Formula().Holds(round, rounds.Period.Until));
        return
        [
            .. new[] { recorded, struckOff, relapses, open }.SelectMany(counts => counts.Keys).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(unit => new WeekUnit(
                    unit, unit.Length == 0 ? "待交办" : names.GetValueOrDefault(unit, unit), recorded.GetValueOrDefault(unit),
                    struckOff.GetValueOrDefault(unit), relapses.GetValueOrDefault(unit), open.GetValueOrDefault(unit),
                    overdue.GetValueOrDefault(unit))),
        ];

        Dictionary<string, int> By(RoundSet set, Func<Round, bool> counts) => rounds.Rounds(set).Where(c => counts(c.Round))
            .CountBy(c => set.UnitOf(c.Round) ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
