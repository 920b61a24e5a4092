using System.Text.Json.Serialization;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>A street's month as people and other systems read it.</summary>
/// <param name="Provisional">Open: every new fact may change it.</param>
/// <param name="PolicyFrom">The policy it is computed by is in force from this month.</param>
/// <param name="MissingWeeks">By subject, the Mondays of weeks without an inspection.</param>
/// <param name="PendingCorrections">待更正: what a recomputation now would say otherwise than the closed month.</param>
internal sealed record MonthReport(
    string Street, string Month, MonthStatus Status, bool Provisional, string PolicyFrom, IReadOnlyList<SubjectResult> Results,
    IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks, MonthRates Rates, MonthCounts Counts,
    IReadOnlyList<PendingCorrection> PendingCorrections)
{
    /// <summary>更正通报 so far; <see cref="Results"/> are those of the last.</summary>
    public IReadOnlyList<CorrectionOfMonth> Corrections { get; init; } = [];

    /// <summary>What stands beside the numbers of an open month: 截至今天 while it is running.</summary>
    public string? AsOfText { get; init; }

    public static MonthReport Of(
        string street, Month month, MonthStatus status, string policyFrom, MonthScoring scoring,
        IReadOnlyList<PendingCorrection> corrections) => new(
        street, month.ToString(), status, status is MonthStatus.Open, policyFrom, [.. scoring.Scorecards.Select(SubjectResult.Of)],
        scoring.MissingWeeks, MonthRates.Of(scoring.Counts), scoring.Counts, corrections);
}

/// <param name="InspectionScores">By date.</param>
/// <param name="Lines">Points by item, the mean of the inspections left out.</param>
/// <param name="Rank">Null where nobody of the category has a score.</param>
/// <param name="RankIfNotVetoed">Only where vetoed: a veto takes the award, not the place.</param>
/// <param name="Grade">月评, where the policy grades.</param>
/// <param name="Honours">Absent in a month closed before they were noted.</param>
/// <param name="Remark">The same in words: on what ground it is out of the awards, whose commendation it has.</param>
internal sealed record SubjectResult(
    string Subject, string Name, string Category, IReadOnlyList<decimal> InspectionScores,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Mean,
    IReadOnlyDictionary<string, decimal> Lines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    bool Vetoed, int? Rank, int? RankIfNotVetoed, string? Grade = null, SubjectHonours? Honours = null, string? Remark = null)
{
    public static SubjectResult Of(Scorecard card) => new(
        card.Subject, card.Name, card.Category, card.InspectionScores, card.Mean, card.Adjustments, card.Score,
        card.Vetoed, card.Rank, card.Vetoed ? card.Rank : null, card.Grade?.Grade, card.Honours,
        card.Honours is null ? null : HonourWords.Remark(card.Vetoed, card.Honours));
}

/// <summary>更正通报 no. <paramref name="Number"/> of <paramref name="Year"/>: what it changed, from what was announced before.</summary>
internal sealed record CorrectionOfMonth(
    int Correction, int Year, int Number, string Reason, DateTimeOffset At, IReadOnlyList<PendingCorrection> Figures,
    IReadOnlyList<LineDifference> Lines)
{
    public static CorrectionOfMonth Of(MonthCorrected e) => new(
        e.Correction, e.Year, e.Number, e.Reason, e.At, [.. e.Figures.Select(figure => figure.ToPendingCorrection())],
        [.. e.Lines.Select(line => line.ToLineDifference())]);

    public static CorrectionOfMonth? In(ClosedMonth month, int? correction) =>
        month.Corrections.FirstOrDefault(e => e.Correction == correction) is { } found ? Of(found) : null;
}
