using Campaign.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Figures;

/// <summary>
/// All figures: those of findings as <see cref="RoundFigure"/> has them for every board, and the coverage of inspections. A finding has one
/// deadline, which is to handle and to close it: where 数字城管 divides by 应处置数 or by 应结案数, both are the same findings.
/// </summary>
internal static class FigureCatalogue
{
    private static readonly Figure InspectionCoverage =
        new("coverage", "检查覆盖率", "当周至少检查一次的“对象·周”", "本月已结束的完整自然周（逐个考评对象计）", Coverage);

    /// <summary>The coverage stands where bulletins always had it, behind the hours.</summary>
    public static IReadOnlyList<Figure> All { get; } =
        [.. RoundFigure.All.SelectMany(figure => figure.Outcome is null ? [Of(figure), InspectionCoverage] : new[] { Of(figure) })];

    public static Figure? Find(string code) => All.FirstOrDefault(figure => figure.Code == code);

    private static Figure Of(RoundFigure general)
    {
        var figure = general.For("本月");
        return new(
            figure.Code, figure.Name, figure.Numerator, figure.Denominator,
            scope => scope.Rounds(figure.Of).Select(counted => new Counted(
                figure.Of.UnitOf(counted.Round), Moment(figure.Of, counted.Round), figure.Counts(counted.Round, scope.Period.Until),
                () => counted.Key, () => RoundWords.Tell(figure, counted), counted.Round.Took ?? TimeSpan.Zero)),
            IsMedian: figure.Outcome is null);
    }

    private static DateTimeOffset Moment(RoundSet set, Round round) => set switch
    {
        RoundSet.Due => round.Due!.Value,
        RoundSet.StruckOff => round.StruckOffAt!.Value,
        RoundSet.Recorded or RoundSet.Began => round.BeganAt!.Value,
        RoundSet.Open => round.Due ?? round.BeganAt!.Value,
    };

    private static IEnumerable<Counted> Coverage(FigureScope scope) =>
        from subject in scope.View.Subjects
        from week in Facts.Coverage.Weeks(scope.View, subject)
        select new Counted(
            subject.Code, ChinaTime.StartOf(week.Monday), week.Inspection is not null, () => $"{subject.Code}/{week.Monday:yyyy-MM-dd}",
            () => $"{subject.Name}，{Wording.Day(week.Monday)}至{Wording.Day(week.Monday.AddDays(6))}，"
                + (week.Inspection is { } inspection ? $"{Wording.Day(inspection.Date)}{inspection.Kind}" : "未检查"));
}
