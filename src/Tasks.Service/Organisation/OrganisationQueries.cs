using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Tasks.Organisation;

internal sealed record StreetRow(string Code, long Version, string Name);

internal sealed record CommunityRow(string Code, long Version, string Name);

internal sealed record UnitRow(string Code, long Version, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until);

internal sealed record PostRow(
    string Code, long Version, string Title, PostRole Role, string? Holder, string? Unit, string[] Fields, string[] Communities);

internal static class OrganisationQueries
{
    public const string UnitColumns =
        "code AS Code, version AS Version, name AS Name, category AS Category, community AS Community, first_day AS From, last_day AS Until";

    private const string NameColumns = "code AS Code, version AS Version, name AS Name";
    private const string PostColumns =
        "code AS Code, version AS Version, title AS Title, role AS Role, holder AS Holder, unit AS Unit, fields AS Fields, communities AS Communities";

    public static void MapStreets(RouteGroupBuilder streets) =>
        streets.MapGet("/", Streets).Allow(Audience.Everybody).WithSummary("街道").Produces<Page<StreetRow>>();

    public static void Map(RouteGroupBuilder street)
    {
        street.MapGet("/communities", List<CommunityRow>("communities", NameColumns, row => row.Code))
            .Allow(Audience.Everybody).WithSummary("社区").Produces<Page<CommunityRow>>();
        street.MapGet("/units", List<UnitRow>("units", UnitColumns, row => row.Code))
            .Allow(Audience.Everybody).WithSummary("责任单位").Produces<Page<UnitRow>>();
        street.MapGet("/units/{code}", OneUnit)
            .Allow(Audience.Everybody).WithSummary("一个责任单位").Produces<UnitRow>();
        street.MapGet("/posts", List<PostRow>("posts", PostColumns, row => row.Code))
            .Allow(Audience.Everybody).WithSummary("职务").Produces<Page<PostRow>>();
    }

    private static async Task<IResult> Streets([AsParameters] Cursor cursor, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(cursor.Limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<StreetRow>(
            $"SELECT {NameColumns} FROM streets WHERE code > @after AND (@all OR code = ANY (@own)) ORDER BY code LIMIT @take",
            new { after = cursor.After ?? "", all = caller.AllStreets, own = caller.Streets.ToArray(), take = limit + 1 });
        return Paging.Page(http, rows.AsList(), limit, row => row.Code);
    }

    private static Delegate List<T>(string table, string columns, Func<T, string> code) =>
        async (string street, [AsParameters] Cursor cursor, NpgsqlDataSource database, HttpContext http) =>
        {
            var limit = Paging.Limit(cursor.Limit);
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            var rows = await connection.QueryAsync<T>(
                $"SELECT {columns} FROM {table} WHERE street = @street AND code > @after ORDER BY code LIMIT @take",
                new { street, after = cursor.After ?? "", take = limit + 1 });
            return Paging.Page(http, rows.AsList(), limit, code);
        };

    private static async Task<IResult> OneUnit(string street, string code, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var unit = await connection.QuerySingleOrDefaultAsync<UnitRow>(
            $"SELECT {UnitColumns} FROM units WHERE street = @street AND code = @code", new { street, code });
        if (unit is null) return Problems.Of(OrganisationRules.UnitNotFound);
        ETags.Write(http, unit.Version);
        return TypedResults.Ok(unit);
    }
}

internal sealed record Cursor([FromQuery] string? After, [FromQuery] int? Limit);
