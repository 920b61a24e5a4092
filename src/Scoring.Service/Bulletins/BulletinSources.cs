using Campaign.Scoring.Months;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

/// <summary>What a bulletin says besides its month.</summary>
internal sealed class BulletinSources(NpgsqlDataSource database, ClosedMonths closedMonths)
{
    /// <summary>The street's code until Tasks has told its name.</summary>
    public async Task<string> StreetName(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT name FROM streets WHERE street = @street", new { street }, cancellationToken: cancellation)) ?? street;
    }

    public async Task<IReadOnlyDictionary<string, int>> Ranks(string street, Month month, CancellationToken cancellation) =>
        (await closedMonths.Find(street, month, cancellation))?.Scoring.Scorecards
            .ToDictionary(c => c.Subject, c => c.Rank, StringComparer.Ordinal) ?? [];
}
