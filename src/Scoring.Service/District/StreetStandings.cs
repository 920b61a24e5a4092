using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.District;

/// <summary>Closed months as they were closed, open ones as they stand.</summary>
internal sealed class StreetStandings(
    NpgsqlDataSource database, ClosedMonths closedMonths, PolicyList policies, MonthFactsQuery facts)
{
    public async Task<IReadOnlyList<StreetStanding>> Of(Month month, DateTimeOffset now, CancellationToken cancellation)
    {
        var standings = new List<StreetStanding>();
        foreach (var (street, name) in await Streets(cancellation)) standings.Add(await Standing(street, name, month, now, cancellation));
        return standings;
    }

    private async Task<StreetStanding> Standing(string street, string name, Month month, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await facts.Load(street, month, cancellation);
        if (await closedMonths.Find(street, month, cancellation) is { } closed)
            return new(street, name, closed.Status, closed.Scoring.Scorecards,
                (closed.Scoring.Figures ?? PinnedFigures.None).Values, known);
        var policy = await policies.InForce(street, month, cancellation);
        var scoring = MonthScoring.Compute(month, policy?.Policy ?? StreetRanking.UsualPolicy, known, now);
        return new(street, name, MonthStatus.Open, policy is null ? [] : scoring.Scorecards, scoring.Figures!.Values, known);
    }

    private async Task<IReadOnlyList<(string Street, string Name)>> Streets(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<(string, string)>(new CommandDefinition(
            """
            SELECT street, coalesce(name, street) FROM (SELECT DISTINCT street FROM subjects WHERE category IS NOT NULL) ranked
            LEFT JOIN streets USING (street) ORDER BY street
            """,
            cancellationToken: cancellation))).AsList();
    }
}
