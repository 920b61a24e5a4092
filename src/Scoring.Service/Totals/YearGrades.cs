using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.Scoring.Grades;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Totals;

/// <summary>总评: a street's year from the grades of its months, by the grading of the last of them.</summary>
internal sealed record YearGrades(int Year, IReadOnlyList<TotalGrade> Subjects)
{
    public static YearGrades Of(int year, IReadOnlyList<GradedMonth> months) => new(
        year,
        [
            .. months.SelectMany(month => month.Scorecards, (month, card) => (month.Month, Card: card))
                .Where(graded => graded.Card.Grade is not null)
                .GroupBy(graded => graded.Card.Subject, StringComparer.Ordinal)
                .OrderBy(ofSubject => ofSubject.Key, StringComparer.Ordinal)
                .Select(ofSubject => TotalGrade.Of([.. ofSubject], months[^1].Grading)),
        ]);
}

internal sealed record GradedMonth(Month Month, Grading Grading, IReadOnlyList<Scorecard> Scorecards);

internal sealed record TotalGrade(
    string Subject, string Name, string Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Grade,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    IReadOnlyList<MonthGrade> Months)
{
    public static TotalGrade Of(IReadOnlyList<(Month Month, Scorecard Card)> months, Grading grading)
    {
        var (grade, score) = grading.Sum(grading.TotalBy, months.Select(m => m.Card.Grade!.Score));
        var last = months[^1].Card;
        return new(
            last.Subject, last.Name, last.Category, grade, score,
            [.. months.Select(m => new MonthGrade(m.Month.ToString(), m.Card.Grade!))]);
    }
}

internal sealed record MonthGrade(string Month, SubjectGrade Result);

internal static class YearGradesEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapGet("/grades/{year:int}", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithTags("Grades").WithSummary("周评、月评和总评").Produces<YearGrades>();

    private static async Task<IResult> Handle(
        string street, int year, Caller caller, MonthReports reports, TimeProvider clock, CancellationToken cancellation)
    {
        if (!Month.TryParse($"{year:D4}-01", out _)) return Problems.Of(Month.Invalid with { Kind = RefusalKind.NotFound });
        var graded = new List<GradedMonth>();
        foreach (var month in Enumerable.Range(1, 12).Select(number => new Month(year, number)).Where(m => m.Start <= clock.GetUtcNow()))
        {
            if (await reports.PolicyOf(street, month, cancellation) is not { Policy.Grades: { } grading }) continue;
            if (await reports.Scorecards(street, month, cancellation) is { } cards)
                graded.Add(new(month, grading, [.. cards.Where(c => caller.ActsFor(c.Subject))]));
        }
        return TypedResults.Ok(graded.Count == 0 ? new YearGrades(year, []) : YearGrades.Of(year, graded));
    }
}
