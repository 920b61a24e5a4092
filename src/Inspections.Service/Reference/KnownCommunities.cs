using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

internal sealed class KnownCommunities(NpgsqlDataSource database)
{
    public async Task<IReadOnlySet<string>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var communities = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT community FROM known_communities WHERE street = @street", new { street }, cancellationToken: cancellation));
        return communities.ToHashSet(StringComparer.Ordinal);
    }
}
