using Campaign.Scoring.Months;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

/// <summary>What a bulletin says besides its month.</summary>
internal sealed class BulletinSources(NpgsqlDataSource database, ClosedMonths closedMonths)
{
    /// <summary>The street's own, or the usual one at version 0. A street is called by its code until Tasks has told its name.</summary>
    public async Task<(Letterhead Letterhead, long Version)> Letterhead(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (name, version, letterhead) = await connection.QuerySingleAsync<(string? Name, long Version, string? Letterhead)>(new CommandDefinition(
            """
            SELECT name, coalesce(version, 0), letterhead FROM (SELECT @street AS street) asked
            LEFT JOIN streets USING (street) LEFT JOIN letterheads USING (street)
            """,
            new { street }, cancellationToken: cancellation));
        return (letterhead is null ? Bulletins.Letterhead.Usual(name ?? street) : StoredJson.Read<Letterhead>(letterhead), version);
    }

    public async Task<IReadOnlyDictionary<string, int>> Ranks(string street, Month month, CancellationToken cancellation) =>
        (await closedMonths.Find(street, month, cancellation))?.Scoring.Scorecards
            .ToDictionary(c => c.Subject, c => c.Rank, StringComparer.Ordinal) ?? [];
}
