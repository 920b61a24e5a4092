using Campaign.Figures;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Figures;

/// <summary>All figures of a street's month with everything they count. Pure; the order of the facts changes nothing.</summary>
internal sealed class FigureSheet
{
    private readonly FigureScope scope;
    private readonly Dictionary<string, Subject> subjects;
    private readonly Dictionary<string, IReadOnlyList<Counted>> items;

    private FigureSheet(FigureScope scope)
    {
        this.scope = scope;
        subjects = scope.View.Subjects.ToDictionary(s => s.Code, StringComparer.Ordinal);
        items = FigureCatalogue.All.ToDictionary(
            figure => figure.Code,
            figure => (IReadOnlyList<Counted>)[.. figure.Items(scope)], StringComparer.Ordinal);
    }

    public static FigureSheet Of(MonthView view) => new(new FigureScope(view));

    public FigurePeriod Period => scope.Period;

    public IReadOnlyList<Subject> Subjects => scope.View.Subjects;

    /// <summary>What lies with nobody who is ranked, or with nobody yet.</summary>
    public const string Others = "";

    public string SubjectOf(string? unit) => unit is not null && subjects.ContainsKey(unit) ? unit : Others;

    public string CategoryOf(string? unit) => unit is not null && subjects.TryGetValue(unit, out var subject) ? subject.Category : Others;

    /// <summary>Everything in the denominator, by key.</summary>
    public IReadOnlyList<Counted> Items(string code) => [.. items[code].OrderBy(c => c.Key, StringComparer.Ordinal)];

    /// <summary>Those of the whole street, by code.</summary>
    public IReadOnlyDictionary<string, FigureValue> Total =>
        FigureCatalogue.All.ToDictionary(figure => figure.Code, figure => figure.ValueOf(items[figure.Code]), StringComparer.Ordinal);

    /// <summary>The same for parts of the street.</summary>
    /// <param name="part">The part that a unit belongs to; null is what lies with no unit.</param>
    public Func<string, IReadOnlyDictionary<string, FigureValue>> By(Func<string?, string> part)
    {
        var parts = FigureCatalogue.All.Select(
            figure => (Figure: figure, Items: items[figure.Code].ToLookup(c => part(c.Subject), StringComparer.Ordinal))).ToList();
        return key => parts.ToDictionary(p => p.Figure.Code, p => p.Figure.ValueOf(p.Items[key]), StringComparer.Ordinal);
    }

    public IReadOnlyList<RedFinding> RedCases =>
    [
        .. scope.View.Due.Where(due => !due.Deadline.OnTime)
            .Select(due => new RedFinding(
                RedFindingKind.Overdue, due.Finding.CaseNumber, due.Deadline.Unit, due.Deadline.Due,
                due.Deadline.StruckOffAt <= scope.Period.Until))
            .Concat(
                from finding in scope.View.Findings
                from relapse in finding.Relapses
                where scope.View.Month.Contains(relapse.At)
                let closed = finding.All(FindingFactKind.StruckOff).Any(f => f.Round >= relapse.Round && f.At <= scope.Period.Until)
                select new RedFinding(RedFindingKind.Relapsed, relapse.CaseNumber, relapse.Unit!, relapse.At, closed))
            .OrderBy(c => c.Kind).ThenBy(c => c.CaseNumber, StringComparer.Ordinal).ThenBy(c => c.At),
    ];
}

/// <summary>What is pinned of the figures when a month is closed; those of a subject are on its scorecard.</summary>
/// <param name="Edition">The one the whole month was computed by.</param>
internal sealed record PinnedFigures(
    IReadOnlyDictionary<string, FigureValue> Values, IReadOnlyList<RedFinding> RedCases, MonthEdition Edition = MonthEdition.First)
{
    /// <summary>Of a month closed before there were any.</summary>
    public static readonly PinnedFigures None = new(new Dictionary<string, FigureValue>(StringComparer.Ordinal), []);

    public static PinnedFigures Of(FigureSheet sheet, MonthEdition edition) => new(sheet.Total, sheet.RedCases, edition);
}

/// <summary>红色案件.</summary>
/// <param name="At">The deadline that passed, or the relapse.</param>
/// <param name="StruckOff">At the end of the month.</param>
internal sealed record RedFinding(RedFindingKind Kind, string CaseNumber, string Unit, DateTimeOffset At, bool StruckOff);

internal enum RedFindingKind { Overdue, Relapsed }
