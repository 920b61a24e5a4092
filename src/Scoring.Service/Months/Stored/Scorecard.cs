using System.Text.Json.Serialization;
using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Months.Stored;

/// <summary><see cref="Scorecards.Scorecard"/> as events keep it, with all that it is made of.</summary>
/// <param name="Rank">0 where nobody of the category had a score; 1 in events from before that was told apart.</param>
internal sealed record Scorecard(
    string Subject, string Name, string Category, IReadOnlyList<decimal> InspectionScores,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Mean, IReadOnlyDictionary<string, decimal> Adjustments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score, bool Vetoed, int Rank, IReadOnlyList<ScoreLine> Lines,
    SubjectGrade? Grade = null, IReadOnlyDictionary<string, FigureValue>? Figures = null, SubjectHonours? Honours = null)
{
    private const int Unranked = 0;

    public static Scorecard Of(Scorecards.Scorecard card) => new(
        card.Subject, card.Name, card.Category, card.InspectionScores, card.Mean, card.Adjustments, card.Score, card.Vetoed,
        card.Rank ?? Unranked, [.. card.Lines.Select(ScoreLine.Of)], card.Grade is null ? null : SubjectGrade.Of(card.Grade),
        card.Figures?.ToDictionary(p => p.Key, p => FigureValue.Of(p.Value), StringComparer.Ordinal),
        card.Honours is null ? null : SubjectHonours.Of(card.Honours));

    public Scorecards.Scorecard ToScorecard() => new(
        Subject, Name, Category, InspectionScores, Mean, Adjustments, Score, Vetoed,
        Rank == Unranked ? null : Rank, [.. Lines.Select(line => line.ToScoreLine())],
        Grade?.ToSubjectGrade(), Figures?.ToDictionary(p => p.Key, p => p.Value.ToFigureValue(), StringComparer.Ordinal),
        Honours?.ToSubjectHonours());
}

internal sealed record ScoreLine(
    string Kind, decimal Points, string Text, decimal? Score = null, Guid? EventId = null, Guid? SourceStream = null,
    string? CaseNumber = null, DateTimeOffset? At = null, string? Item = null)
{
    public static ScoreLine Of(Scorecards.ScoreLine line) => new(
        line.Kind, line.Points, line.Text, line.Score, line.EventId, line.SourceStream, line.CaseNumber, line.At, line.Item);

    public Scorecards.ScoreLine ToScoreLine() => new(Kind, Points, Text, Score, EventId, SourceStream, CaseNumber, At, Item);
}

internal sealed record SubjectGrade(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Grade,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score, IReadOnlyList<WeekGrade> Weeks)
{
    public static SubjectGrade Of(Grades.SubjectGrade grade) => new(grade.Grade, grade.Score, [.. grade.Weeks.Select(WeekGrade.Of)]);

    public Grades.SubjectGrade ToSubjectGrade() => new(Grade, Score, [.. Weeks.Select(week => week.ToWeekGrade())]);
}

internal sealed record WeekGrade(
    DateOnly Monday, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Grade)
{
    public static WeekGrade Of(Grades.WeekGrade week) => new(week.Monday, week.Score, week.Grade);

    public Grades.WeekGrade ToWeekGrade() => new(Monday, Score, Grade);
}

internal sealed record SubjectHonours(IReadOnlyList<StandingVeto> Vetoes, IReadOnlyList<StandingCommendation> Commendations)
{
    public static SubjectHonours Of(Honours.SubjectHonours honours) => new(
        [.. honours.Vetoes.Select(StandingVeto.Of)], [.. honours.Commendations.Select(StandingCommendation.Of)]);

    public Honours.SubjectHonours ToSubjectHonours() => new(
        [.. Vetoes.Select(veto => veto.ToStandingVeto())],
        [.. Commendations.Select(commendation => commendation.ToStandingCommendation())]);
}

internal sealed record StandingVeto(VetoGround? Ground, HonourScope Scope, string Month, string Reason)
{
    public static StandingVeto Of(Honours.StandingVeto veto) => new(veto.Ground, veto.Scope, veto.Month, veto.Reason);

    public Honours.StandingVeto ToStandingVeto() => new(Ground, Scope, Month, Reason);
}

internal sealed record StandingCommendation(CommendationLevel? Level, HonourScope Scope, DateOnly Date, string Reason)
{
    public static StandingCommendation Of(Honours.StandingCommendation commendation) => new(
        commendation.Level, commendation.Scope, commendation.Date, commendation.Reason);

    public Honours.StandingCommendation ToStandingCommendation() => new(Level, Scope, Date, Reason);
}
