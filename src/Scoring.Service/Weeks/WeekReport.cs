using Campaign.Figures;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Weeks;

/// <summary>What a weekly notice tells: the week as it was at its end, or is now.</summary>
/// <param name="Figures">By the code of the figure.</param>
/// <param name="Units">Who had anything to do with a finding in the week.</param>
/// <param name="RedCases">Overdue in the week, or relapsed in it.</param>
/// <param name="Findings">Begun or struck off in the week.</param>
/// <param name="NotInspected">Codes of subjects of the whole week that nobody inspected.</param>
internal sealed record WeekReport(
    WeekCounts Counts, IReadOnlyDictionary<string, FigureValue> Figures, IReadOnlyList<WeekCategory> Categories,
    IReadOnlyList<WeekUnit> Units, IReadOnlyList<RedFinding> RedCases, IReadOnlyList<WeekFinding> Findings,
    IReadOnlyList<string> NotInspected)
{
    public const string Coverage = "coverage";

    public static WeekReport Of(Week week, MonthFacts facts, DateTimeOffset now)
    {
        var rounds = new RoundScope(
            FindingHistory.Of(facts.FindingFacts), (facts.RectificationReports ?? []).ToLookup(report => report.FindingId),
            new(week.Start, week.End, now));
        var inspections = facts.Inspections.GroupBy(i => i.Id).Select(versions => versions.MaxBy(i => i.Version)!)
            .Where(i => i.Counts && week.Contains(i.Date)).ToLookup(i => i.Subject, StringComparer.Ordinal);
        var subjects = facts.Subjects.DistinctBy(s => s.Code, StringComparer.Ordinal)
            .Where(s => s.From <= week.Sunday && (s.Until is null || s.Until >= week.Monday))
            .OrderBy(s => s.Category, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal).ToList();
        var whole = subjects.Where(s => s.TakesPartOn(week.Monday) && s.TakesPartOn(week.Sunday)).ToList();
        var missed = whole.Where(s => !inspections.Contains(s.Code)).Select(s => s.Code).ToList();
        FigureValue coverage = new(whole.Count - missed.Count, whole.Count, Points.Percent(whole.Count - missed.Count, whole.Count));
        return new(
            WeekCounts.Of(rounds, subjects.Sum(s => inspections[s.Code].Count())),
            rounds.Values.Append(new(Coverage, coverage)).ToDictionary(StringComparer.Ordinal),
            WeekCategory.Of(subjects, inspections), WeekUnit.Of(rounds, subjects), RedIn(rounds), WeekFinding.Of(rounds), missed);
    }

    private static IReadOnlyList<RedFinding> RedIn(RoundScope rounds)
    {
        var until = rounds.Period.Until;
        return
        [
            .. InOrder(rounds.Rounds(RoundSet.Due)).Where(c => RoundOutcome.Late.Formula().Holds(c.Round, until))
                .Select(c => Red(RedFindingKind.Overdue, c, c.Round.Due!.Value)),
            .. InOrder(rounds.Rounds(RoundSet.Began)).Where(c => c.Round.Number > 1)
                .Select(c => Red(RedFindingKind.Relapsed, c, c.Round.BeganAt!.Value)),
        ];
    }

    private static IEnumerable<CountedRound> InOrder(IEnumerable<CountedRound> rounds) =>
        rounds.OrderBy(c => c.Key, StringComparer.Ordinal);

    private static RedFinding Red(RedFindingKind kind, CountedRound counted, DateTimeOffset at) => new(
        kind, counted.CaseNumber, (kind is RedFindingKind.Relapsed ? counted.Round.BeganUnit : counted.Round.Unit) ?? "", at,
        counted.Round.StruckOffAt is not null);
}

/// <param name="Recorded">Recorded in the week.</param>
/// <param name="SameDay">Of those: routed on the local day of recording.</param>
/// <param name="StruckOff">Rounds struck off in the week, whenever they began.</param>
/// <param name="Relapses">Rounds that a relapse began in the week.</param>
/// <param name="Open">Neither struck off nor closed by force at the end of the week, or now.</param>
/// <param name="Overdue">Of those: past their deadline.</param>
/// <param name="Inspections">Of subjects, 自查 left out.</param>
internal sealed record WeekCounts(int Recorded, int SameDay, int StruckOff, int Relapses, int Open, int Overdue, int Inspections)
{
    public static WeekCounts Of(RoundScope rounds, int inspections)
    {
        var open = rounds.Rounds(RoundSet.Open).ToList();
        return new(
            rounds.Rounds(RoundSet.Recorded).Count(), rounds.Rounds(RoundSet.Recorded).Count(c => Holds(RoundOutcome.SameDay, c)),
            rounds.Rounds(RoundSet.StruckOff).Count(), rounds.Rounds(RoundSet.Began).Count(c => c.Round.Number > 1), open.Count,
            open.Count(c => Holds(RoundOutcome.Overdue, c)), inspections);

        bool Holds(RoundOutcome outcome, CountedRound counted) => outcome.Formula().Holds(counted.Round, rounds.Period.Until);
    }
}

/// <summary>The subjects of a category by the mean of their inspections in the week.</summary>
internal sealed record WeekCategory(string Category, IReadOnlyList<WeekRank> Ranking)
{
    public static IReadOnlyList<WeekCategory> Of(IReadOnlyList<Subject> subjects, ILookup<string, InspectionFact> inspections)
    {
        var scores = subjects.ToDictionary(s => s.Code, s => Mean(inspections[s.Code]), StringComparer.Ordinal);
        var ranks = Ranks.Of(subjects.Select(s => (s.Code, s.Category, scores[s.Code])));
        return
        [
            .. subjects.GroupBy(s => s.Category, StringComparer.Ordinal).Select(category => new WeekCategory(
                category.Key,
                [
                    .. category.OrderBy(s => ranks[s.Code]).ThenBy(s => s.Code, StringComparer.Ordinal).Select(s => new WeekRank(
                        ranks[s.Code], s.Code, s.Name, scores[s.Code], inspections[s.Code].Count())),
                ])),
        ];
    }

    private static decimal? Mean(IEnumerable<InspectionFact> inspections) =>
        inspections.Select(i => i.Score).OfType<decimal>().ToList() is { Count: > 0 } scores ? Points.Round(scores.Average()) : null;
}

/// <param name="Rank">Null where nobody of the category has a score in the week.</param>
/// <param name="Score">Mean of the scored inspections, two decimals; null without one.</param>
internal sealed record WeekRank(int? Rank, string Subject, string Name, decimal? Score, int Inspections);
