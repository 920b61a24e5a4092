using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

/// <summary>Codes and names of the units, communities and categories of a street.</summary>
internal sealed record CodeNames(
    IReadOnlyList<(string Code, string Name)> Units, IReadOnlyList<(string Code, string Name)> Communities,
    IReadOnlyList<(string Code, string Name)> Categories)
{
    public static async Task<CodeNames> Load(
        string street, NpgsqlConnection connection, Categories categories, CancellationToken cancellation)
    {
        return new(
            await Named("SELECT unit, name FROM known_units WHERE street = @street"),
            await Named("SELECT community, name FROM known_communities WHERE street = @street"),
            [.. (await categories.All(version: null, cancellation)).Select(listed => (listed.Category.Code, listed.Category.Name))]);

        async Task<IReadOnlyList<(string, string)>> Named(string sql) => (await connection.QueryAsync<(string, string)>(
            new CommandDefinition(sql, new { street }, cancellationToken: cancellation))).AsList();
    }
}
