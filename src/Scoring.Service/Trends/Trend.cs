using Campaign.EventStore;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Trends;

/// <summary>One month of a subject: as it was closed, or as it stands.</summary>
/// <param name="Provisional">Not closed: every new fact may change it.</param>
internal sealed record TrendPoint(
    string Month, MonthStatus Status, bool Provisional, decimal? Score, decimal? Mean, int? Rank, bool Vetoed,
    IReadOnlyDictionary<string, FigureValue>? Figures)
{
    public static TrendPoint Of(Month month, MonthStatus status, Scorecard card) => new(
        month.ToString(), status, status is MonthStatus.Open, card.Score, card.Mean, card.Rank, card.Vetoed, card.Figures);
}

internal sealed record Trend(string Subject, IReadOnlyList<FigureMeaning> Figures, IReadOnlyList<TrendPoint> Months);

/// <summary>Months in which nobody scored the subject, or no policy was in force, are left out.</summary>
internal sealed class TrendQuery(NpgsqlDataSource database, MonthReports reports)
{
    public async Task<IReadOnlyList<TrendPoint>> Points(
        string street, string subject, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        var closed = await Closed(street, subject, months, cancellation);
        var points = new List<TrendPoint>();
        foreach (var month in months)
        {
            if (closed.TryGetValue(month.ToString(), out var pinned))
            {
                if (pinned is not null) points.Add(pinned);
            }
            else if (await reports.Compute(street, month, cancellation) is { } open
                && open.Scoring.Scorecards.FirstOrDefault(c => c.Subject == subject) is { } card)
            {
                points.Add(TrendPoint.Of(month, MonthStatus.Open, card));
            }
        }
        return points;
    }

    private async Task<Dictionary<string, TrendPoint?>> Closed(
        string street, string subject, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(string Month, int? Number, string? Card)>(new CommandDefinition(
            """
            SELECT m.month, m.number, s.card FROM months m
            LEFT JOIN LATERAL (
                SELECT card FROM scorecards WHERE street = m.street AND month = m.month AND subject = @subject ORDER BY edition DESC
                LIMIT 1) s ON true
            WHERE m.street = @street AND m.month BETWEEN @from AND @to
            """,
            new { street, subject, from = months[0].ToString(), to = months[^1].ToString() }, cancellationToken: cancellation));
        return rows.ToDictionary(
            row => row.Month,
            row => row.Card is null ? null : TrendPoint.Of(
                Month.Parse(row.Month), row.Number is null
                    ? MonthStatus.Closed
                    : MonthStatus.Published, StoredJson.Read<Scorecard>(row.Card)),
            StringComparer.Ordinal);
    }
}

internal static class TrendEndpoint
{
    public static void Map(RouteGroupBuilder subjects) => subjects
        .MapGet("/{code}/trend", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("历月得分与指标").Produces<Trend>();

    private static async Task<IResult> Handle(
        string street, string code, string? from, string? to, TrendQuery trends, SubjectList subjects, Caller caller, TimeProvider clock,
        CancellationToken cancellation)
    {
        var (months, refusal) = TrendMonths.Asked(from, to, clock.GetUtcNow());
        if (refusal is not null) return Problems.Of(refusal);
        if (!caller.ActsFor(code) || !await subjects.Know(street, code, cancellation)) return Problems.Of(SubjectList.NotFound);
        return TypedResults.Ok(new Trend(code, FigureMeaning.All, await trends.Points(street, code, months, cancellation)));
    }
}
