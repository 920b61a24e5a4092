using System.Text.Json.Serialization;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Months;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报 as published; it never changes.</summary>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Report">The month as closed.</param>
/// <param name="RedCases">红色案件: overdue in the month, or relapsed in it.</param>
internal sealed record Bulletin(
    int Year, int Number, string DocumentNumber, string Title, DateTimeOffset PublishedAt,
    IReadOnlyList<CategoryRanking> Categories, MonthReport Report, Letterhead Letterhead,
    IReadOnlyList<BulletinFigure> Figures, IReadOnlyList<RedFinding> RedCases)
{
    /// <summary>更正通报: what it changes and why; absent in the bulletin of the month itself.</summary>
    public CorrectionOfMonth? Correction { get; init; }

    /// <summary>问责 and 通报批评; absent where the policy does not announce them.</summary>
    public IReadOnlyList<AnnouncedSanction>? Sanctions { get; init; }

    /// <summary>草稿: it is not out, has no number yet, and every new fact may change it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Draft { get; init; }

    /// <summary>How far the half-year's evaluation had come at publication; absent in bulletins that came out before it was told.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    public static Bulletin Of(BulletinPublished published, MonthReport report, PinnedFigures? figures, Letterhead letterhead) => new(
        published.Year, published.Number, published.DocumentNumber, published.Title, published.At,
        [
            .. report.Results.GroupBy(r => r.Category, StringComparer.Ordinal)
                .Select(category => CategoryRanking.Of(category.Key, [.. category], published.LastMonthRanks)),
        ],
        report, published.Letterhead?.ToLetterhead() ?? letterhead, BulletinFigure.Of(figures, report.Counts), figures?.RedCases ?? [])
    {
        Notes = published.Notes,
        Sanctions = published.Sanctions is { } sanctions ? [.. sanctions.Select(sanction => sanction.ToSanction())] : null,
    };
}

/// <param name="Best">优秀: first among those that no veto takes out.</param>
/// <param name="Last">末位; nobody in a category where all share one rank.</param>
internal sealed record CategoryRanking(
    string Category, IReadOnlyList<string> Best, IReadOnlyList<string> Last, IReadOnlyList<RankedSubject> Ranking)
{
    public static CategoryRanking Of(string category, IReadOnlyList<SubjectResult> results, IReadOnlyDictionary<string, int> lastMonthRanks)
    {
        var eligible = results.Where(r => r is { Vetoed: false, Score: not null }).ToList();
        var (first, last) = (results.Min(r => r.Rank), results.Max(r => r.Rank));
        return new(
            category,
            [.. eligible.Where(r => r.Rank == eligible.Min(e => e.Rank)).Select(r => r.Name)],
            [.. results.Where(r => r.Rank == last && last > first).Select(r => r.Name)],
            [.. results.OrderBy(r => r.Rank).Select(r => RankedSubject.Of(r, lastMonthRanks))]);
    }
}

/// <param name="Rank">Null where nobody of the category has a score.</param>
/// <param name="LastMonthRank">Absent where the month before was not closed or did not know the subject.</param>
/// <param name="Change">Places won since last month; negative: lost.</param>
/// <param name="Remark">On what ground it is out of the awards, whose commendation it has.</param>
internal sealed record RankedSubject(
    int? Rank, string Subject, string Name, decimal? Score, bool Vetoed, int? LastMonthRank, int? Change, string? Remark = null)
{
    public static RankedSubject Of(SubjectResult result, IReadOnlyDictionary<string, int> lastMonthRanks)
    {
        int? last = lastMonthRanks.TryGetValue(result.Subject, out var rank) ? rank : null;
        return new(result.Rank, result.Subject, result.Name, result.Score, result.Vetoed, last, last - result.Rank, result.Remark);
    }
}
