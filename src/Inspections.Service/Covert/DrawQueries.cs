using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Covert;

internal static class DrawQueries
{
    private const string Columns =
        """
        id AS Id, version AS Version, pool AS Pool, count AS Count, commitment AS Commitment, sealed_at AS SealedAt,
        sealed_until AS SealedUntil, revealed_at AS RevealedAt, salt AS Salt, targets AS Targets
        """;

    private static readonly string[] Verification =
    [
        "公布后取 salt 与 targets，各项之间以一个换行符（LF）相连，末尾不加换行，按 UTF-8 编码计算 SHA-256，"
            + "例如：printf '%s\\n%s' \"$salt\" \"$(printf '%s\\n' $targets)\" | sha256sum。",
        "结果须与 commitment（封存时已公开，此后不可更改）相同。",
        "对 pool 中每个代码计算 SHA-256(salt、换行符、代码)，按结果的十六进制值从小到大排列，前 count 个须依次等于 targets。",
    ];

    public static void Map(RouteGroupBuilder draws)
    {
        var readers = Enum.GetValues<Role>();
        draws.MapGet("/", List).Allow(readers).WithSummary("暗访抽签").Produces<Page<DrawList>>();
        draws.MapGet("/{id:guid}", One).Allow(readers).WithSummary("一次抽签及其核验办法").Produces<DrawView>().WithETag();
        draws.MapGet("/{id:guid}/targets", Targets).Allow(Role.Inspector).WithSummary("封存中的抽签结果").Produces<DrawnTargets>();
    }

    private static async Task<IResult> List(string street, Guid? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var asked = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<DrawList>(new CommandDefinition(
            $"SELECT {Columns} FROM draws WHERE street = @street AND id > @after ORDER BY id LIMIT @take",
            new { street, after = after ?? Guid.Empty, take = asked + 1 }, cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), asked, row => row.Id.ToString());
    }

    private static async Task<IResult> One(string street, Guid id, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<DrawList>(new CommandDefinition(
            $"SELECT {Columns} FROM draws WHERE street = @street AND id = @id", new { street, id },
            cancellationToken: http.RequestAborted));
        if (row is null) return Problems.Of(DrawRules.NotFound);
        ETags.Write(http, row.Version);
        return TypedResults.Ok(new DrawView(row, Verification));
    }

    /// <summary>Those who go have to know before it is revealed; nobody else.</summary>
    private static async Task<IResult> Targets(string street, Guid id, DrawSecrets secrets, HttpContext http) =>
        await secrets.Find(Draw.Stream(street, id), http.RequestAborted) is { } lot
            ? TypedResults.Ok(new DrawnTargets(lot.Targets))
            : Problems.Of(DrawRules.NotFound);
}
