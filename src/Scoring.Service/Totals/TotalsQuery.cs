using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Totals;

/// <summary>Reads what the totals of some months of a year are made of.</summary>
internal sealed class TotalsQuery(
    NpgsqlDataSource database, SubjectList subjects, EvaluationList evaluations, PolicyList policies, ClosedMonths closedMonths)
{
    /// <returns>Null when no policy is in force at the end of the period.</returns>
    public async Task<PeriodTotals?> Of(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        if (await policies.InForce(street, months[^1], cancellation) is not { Policy: var policy }) return null;
        var (held, awaited) = await Rounds(street, months, cancellation);
        var closed = await closedMonths.Of(street, cancellation);
        var honours = await HonoursOfYear.Load(database, street, months[0].Year, cancellation);
        return PeriodTotals.Of(
            new(
                await Subjects(street, months, cancellation), await Scores(street, months, cancellation),
                [.. months.Select(m => m.ToString()).Except(closed, StringComparer.Ordinal)], held, awaited,
                honours.Vetoes, policy.DailyWeight, policy.EvaluationWeight)
            {
                Commendations = honours.Commendations,
            },
            months);
    }

    public async Task<EvaluationState> Evaluations(string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        var (held, awaited) = await Rounds(street, months, cancellation);
        return EvaluationState.Of(await Subjects(street, months, cancellation), held, awaited);
    }

    private async Task<(IReadOnlyList<EvaluationOfHalf> Held, IReadOnlyList<string> Awaited)> Rounds(
        string street, IReadOnlyList<Month> months, CancellationToken cancellation)
    {
        var rounds = (await evaluations.Of(street, months[0].Year, cancellation)).Where(e => e.Closed)
            .ToDictionary(e => e.Half, StringComparer.Ordinal);
        var halves = months.Select(month => HalfYear.Of(month).ToString()).Distinct(StringComparer.Ordinal).ToList();
        return (
            [.. halves.Where(rounds.ContainsKey).Select(half => new EvaluationOfHalf(
                half, rounds[half].Counted.ToDictionary(r => r.Subject, r => r.Scores, StringComparer.Ordinal)))],
            [.. halves.Where(half => !rounds.ContainsKey(half))]);
    }

    private async Task<IReadOnlyList<Subject>> Subjects(string street, IReadOnlyList<Month> months, CancellationToken cancellation) =>
        [.. (await subjects.All(street, cancellation)).Where(s => months.Any(s.TakesPartIn))];

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
            new { street, months = months.Select(m => m.ToString()).ToArray() }, cancellationToken: cancellation))).AsList();
    }
}
