using Dapper;
using Npgsql;

namespace Campaign.Tasks.Points;

/// <summary>A point as others speak of it.</summary>
internal sealed record KnownPoint(string Code, string Name, string Community)
{
    public static async Task<IReadOnlyList<KnownPoint>> Of(NpgsqlDataSource database, string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var points = await connection.QueryAsync<KnownPoint>(new CommandDefinition(
            "SELECT code AS Code, name AS Name, community AS Community FROM inspection_points WHERE street = @street ORDER BY code",
            new { street }, cancellationToken: cancellation));
        return points.AsList();
    }
}
