using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
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
        var (held, awaited) = await Rounds(street, months, cancellation);
        var closed = await Closed(street, months, cancellation);
        return PeriodTotals.Of(
            new(
                await Subjects(street, months, cancellation), await Scores(street, months, cancellation),
                [.. months.Select(m => m.ToString()).Except(closed, StringComparer.Ordinal)], held, awaited,
                await Vetoes(street, months[0].Year, cancellation), policy.DailyWeight, policy.EvaluationWeight)
            {
                Commendations = await Commendations(street, months[0].Year, cancellation),
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
                half, rounds[half].Results.ToDictionary(r => r.Subject, r => r.Scores, StringComparer.Ordinal)))],
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
        var rows =
            await connection.QueryAsync<(string Id, string Subject, HonourScope Scope, string Month, string Reason, VetoGround? Ground)>(
            new CommandDefinition(
                "SELECT id, subject, scope, month, reason, ground FROM vetoes WHERE street = @street AND left(month, 4) = @year AND released_at IS NULL",
                new { street, year = $"{year}" }, cancellationToken: cancellation));
        return [.. rows.Select(v => new Veto(v.Id, v.Subject, v.Scope, Month.Parse(v.Month), v.Reason, v.Ground))];
    }

    private async Task<IReadOnlyList<Commendation>> Commendations(string street, int year, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Commendation>(new CommandDefinition(
            """
            SELECT stream_id AS StreamId, id AS Id, event_id AS EventId, subject AS Subject, date AS Date, reason AS Reason, level AS Level,
                scope AS Scope
            FROM commendations WHERE street = @street AND extract(year FROM date) = @year AND withdrawn_at IS NULL
            """,
            new { street, year }, cancellationToken: cancellation))).AsList();
    }

    private static string[] Names(IReadOnlyList<Month> months) => [.. months.Select(m => m.ToString())];
}
