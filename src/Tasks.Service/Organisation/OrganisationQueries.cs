using Campaign.ServiceDefaults;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Organisation;

/// <summary>Every list and entry is that of a day: <c>?on=</c>, today unless said otherwise.</summary>
internal static class OrganisationQueries
{
    public static void MapStreets(RouteGroupBuilder streets) =>
        streets.MapGet("/", Streets).Allow(Audience.Everybody).WithName("ListStreets").WithSummary("街道").Produces<Page<StreetRow>>();

    public static void Map(RouteGroupBuilder street)
    {
        street.MapGet("/communities", List<CommunityRow>("communities p", CommunityRow.Columns, row => row.Code))
            .Allow(Audience.Everybody).WithName("ListCommunities").WithSummary("社区").Produces<Page<CommunityRow>>();
        street.MapGet("/units", List<UnitRow>("units p", UnitRow.Columns, row => row.Code))
            .Allow(Audience.Everybody).WithName("ListUnits").WithSummary("责任单位").Produces<Page<UnitRow>>();
        street.MapGet("/units/{code}", OneUnit)
            .Allow(Audience.Everybody).WithName("GetUnit").WithSummary("一个责任单位").Produces<UnitRow>().WithETag();
        street.MapGet("/posts", List<PostRow>(PostRow.Table, PostRow.Columns, row => row.Code))
            .Allow(Audience.Everybody).WithName("ListPosts").WithSummary("职务").Produces<Page<PostRow>>();
        street.MapGet("/posts/{code}", OnePost)
            .Allow(Audience.Everybody).WithName("GetPost").WithSummary("一个职务及其历任").Produces<PostView>().WithETag();
        street.MapGet("/organisation/chart", Chart)
            .Allow(Audience.Everybody).WithName("GetOrganisationChart").WithSummary("组织架构图").Produces<OrganisationChart>();
    }

    private static async Task<IResult> Streets(
        [AsParameters] Cursor<string> cursor, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<StreetRow>(
            """
            SELECT code AS Code, version AS Version, name AS Name FROM streets
            WHERE code > @after AND (@all OR code = ANY (@own)) ORDER BY code LIMIT @take
            """,
            new { after = cursor.After ?? "", all = caller.AllStreets, own = caller.Streets.ToArray(), take = cursor.Take });
        return cursor.Page(http, rows, row => row.Code);
    }

    private static Delegate List<T>(string table, string columns, Func<T, string> code) =>
        async (string street, DateOnly? on, [AsParameters] Cursor<string> cursor, TimeProvider clock, NpgsqlDataSource database,
            HttpContext http) =>
        {
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            var rows = await connection.QueryAsync<T>(
                $"SELECT {columns} FROM {table} WHERE p.street = @street AND {Periods.Holds("p")} AND p.code > @after ORDER BY p.code LIMIT @take",
                new { street, on = clock.DayOr(on), after = cursor.After ?? "", take = cursor.Take });
            return cursor.Page(http, rows, code);
        };

    private static async Task<IResult> OneUnit(
        string street, string code, DateOnly? on, TimeProvider clock, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var unit = await connection.QuerySingleOrDefaultAsync<UnitRow>(
            $"SELECT {UnitRow.Columns} FROM units p WHERE p.street = @street AND p.code = @code AND {Periods.Holds("p")}",
            new { street, code, on = clock.DayOr(on) });
        if (unit is null) return Problems.Of(OrganisationRules.UnitNotFound);
        ETags.Write(http, unit.Version);
        return TypedResults.Ok(unit);
    }

    private static async Task<IResult> OnePost(
        string street, string code, DateOnly? on, TimeProvider clock, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var post = await connection.QuerySingleOrDefaultAsync<PostRow>(
            $"SELECT {PostRow.Columns} FROM {PostRow.Table} WHERE p.street = @street AND p.code = @code AND {Periods.Holds("p")}",
            new { street, code, on = clock.DayOr(on) });
        if (post is null) return Problems.Of(OrganisationRules.PostNotFound);
        var holders = await connection.QueryAsync<TenureRow>(
            """
            SELECT holder AS Holder, valid_from AS ValidFrom, valid_to AS ValidTo, reason AS Reason
            FROM post_holders WHERE street = @street AND code = @code ORDER BY valid_from
            """,
            new { street, code });
        ETags.Write(http, post.Version);
        return TypedResults.Ok(new PostView(post, holders.AsList()));
    }

    private static async Task<IResult> Chart(
        string street, DateOnly? on, TimeProvider clock, OrganisationLookup register, HttpContext http) =>
        await register.On(street, clock.DayOr(on), http.RequestAborted) is { } organisation
            ? TypedResults.Ok(OrganisationChart.Of(organisation))
            : Problems.Of(OrganisationRules.StreetUnknown);

    /// <summary>The day asked for, or today in China.</summary>
    public static DateOnly DayOr(this TimeProvider clock, DateOnly? on) => on ?? ChinaTime.DateOf(clock.GetUtcNow());
}
