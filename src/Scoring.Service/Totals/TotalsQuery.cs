using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Totals;

/// <summary>Reads what the totals of some months of a year are made of.</summary>
internal sealed class TotalsQuery(
    NpgsqlDataSource database, SubjectList subjects, EvaluationList evaluations, PolicyList policies)
{
    /// <returns>Null when no policy is in force at the end of the period.</returns>
    public async Task<PeriodTotals?> Of(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        if (await policies.InForce(street, months[^1], cancellation) is not { Policy: var policy }) return null;
        var rounds = (await evaluations.Of(street, months[0].Year, cancellation)).Where(e => e.Closed).ToDictionary(e => e.Half, StringComparer.Ordinal);
        var halves = months.Select(HalfOf).Distinct(StringComparer.Ordinal).ToList();
        var closed = await Closed(street, months, cancellation);
        return PeriodTotals.Of(
            new(
                [.. (await subjects.All(street, cancellation)).Where(s => months.Any(s.TakesPartIn))],
                await Scores(street, months, cancellation),
                [.. months.Select(m => m.ToString()).Except(closed, StringComparer.Ordinal)],
                [.. halves.Where(rounds.ContainsKey).Select(half => new EvaluationOfHalf(
                    half, rounds[half].Results.ToDictionary(r => r.Subject, r => r.Scores, StringComparer.Ordinal)))],
                [.. halves.Where(half => !rounds.ContainsKey(half))],
                await Vetoes(street, months[0].Year, cancellation),
                policy.DailyWeight, policy.EvaluationWeight),
            months);
    }

    private static string HalfOf(Month month) => new HalfYear(month.Year, month.Number > 6 ? 2 : 1).ToString();

    private async Task<IReadOnlyList<MonthScore>> Scores(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<MonthScore>(new CommandDefinition(
            """
            SELECT month AS Month, subject AS Subject, score AS Score FROM (
                SELECT DISTINCT ON (month, subject) month, subject, score FROM scorecards WHERE street = @street AND month = ANY (@months)
                ORDER BY month, subject, edition DESC) newest
            WHERE score IS NOT NULL ORDER BY subject, month
            """,
            new { street, months = Names(months) }, cancellationToken: cancellation))).AsList();
    }

    private async Task<IReadOnlyList<string>> Closed(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT month FROM months WHERE street = @street AND month = ANY (@months)", new { street, months = Names(months) },
            cancellationToken: cancellation))).AsList();
    }

    private async Task<IReadOnlyList<Veto>> Vetoes(string street, int year, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(string Id, string Subject, string Scope, string Month, string Reason)>(new CommandDefinition(
            "SELECT id, subject, scope, month, reason FROM vetoes WHERE street = @street AND left(month, 4) = @year AND released_at IS NULL",
            new { street, year = $"{year}" }, cancellationToken: cancellation));
        return [.. rows.Select(v => new Veto(v.Id, v.Subject, Enum.Parse<VetoScope>(v.Scope), Month.Parse(v.Month), v.Reason))];
    }

    private static string[] Names(IReadOnlyList<Month> months) => [.. months.Select(m => m.ToString())];
}
