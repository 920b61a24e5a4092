using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

/// <summary>The district's list of problem categories, as data.</summary>
internal sealed class Categories(NpgsqlDataSource database)
{
    public async Task<bool> Know(string code, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT 1 FROM finding_categories WHERE code = @code)", new { code }, cancellationToken: cancellation));
    }
}
