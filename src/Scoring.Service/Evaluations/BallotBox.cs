using System.Security.Cryptography;
using System.Text;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Evaluations;

/// <summary>
/// The ballots of the rounds that are open, under a name that only the voter's account and the round's key make. Closing throws ballots
/// and key away; what is left are the counted scores, which nobody gave in particular.
/// </summary>
internal sealed class BallotBox(NpgsqlDataSource database)
{
    private const int KeyBytes = 32;

    /// <summary>The voter's name in the box and what lies there under it.</summary>
    public async Task<(string Voter, Ballot? Ballot)> SlipOf(string street, HalfYear half, string account, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var key = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            """
            INSERT INTO ballot_keys (street, half, key) VALUES (@street, @half, @key) ON CONFLICT (street, half) DO UPDATE
            SET street = @street
            RETURNING key
            """,
            new { street, half = half.ToString(), key = RandomNumberGenerator.GetBytes(KeyBytes) }, cancellationToken: cancellation));
        var voter = Convert.ToHexStringLower(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(account)));
        var scores = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT scores FROM ballots WHERE street = @street AND half = @half AND voter = @voter",
            new { street, half = half.ToString(), voter }, cancellationToken: cancellation));
        return (voter, scores is null ? null : Read(scores));
    }

    public async Task<IReadOnlyList<Ballot>> All(string street, HalfYear half, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT scores FROM ballots WHERE street = @street AND half = @half",
            new { street, half = half.ToString() }, cancellationToken: cancellation))).Select(Read)];
    }

    public static SqlBatch Put(string street, HalfYear half, string voter, Ballot ballot)
    {
        var sql = new SqlBatch();
        sql.Add(
            """
            INSERT INTO ballots (street, half, voter, scores) VALUES ($1, $2, $3, $4::jsonb)
            ON CONFLICT (street, half, voter) DO UPDATE SET scores = excluded.scores
            """,
            street, half.ToString(), voter, StoredJson.Write(ballot.Scores));
        return sql;
    }

    public static SqlBatch Empty(string street, HalfYear half)
    {
        var sql = new SqlBatch();
        sql.Add("DELETE FROM ballots WHERE street = $1 AND half = $2", street, half.ToString());
        sql.Add("DELETE FROM ballot_keys WHERE street = $1 AND half = $2", street, half.ToString());
        return sql;
    }

    private static Ballot Read(string scores) => new(StoredJson.Read<Dictionary<string, decimal>>(scores));
}
