using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Kernel;

/// <summary>What a street entered under ids of its own choosing, in the order of these ids.</summary>
internal static class EnteredList
{
    /// <param name="columns">Each as the property of <typeparamref name="TRow"/> that it fills.</param>
    public static async Task<IResult> Page<TRow>(
        NpgsqlDataSource database, HttpContext http, string table, string columns, string street, string? after, int? limit,
        Func<TRow, string> id)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<TRow>(new CommandDefinition(
            $"SELECT {columns} FROM {table} WHERE street = @street AND id > @after ORDER BY id LIMIT @rows",
            new { street, after = after ?? "", rows = take + 1 }, cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), take, id);
    }
}
