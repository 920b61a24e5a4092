using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Tasks.Census;

/// <summary>五小行业达标率: attained ÷ establishments in business.</summary>
internal sealed record CensusSummary(string By, CensusGroup Total, IReadOnlyList<CensusGroup> Groups);

/// <param name="Key">Trade, or code of the community; null for all together.</param>
/// <param name="Establishments">The denominator: in business, checked or not.</param>
/// <param name="Rate">Percent, two decimals, halves away from zero; null without establishments.</param>
internal sealed record CensusGroup(
    string? Key, string? Name, int Establishments, int Attained, int NotAttained, int Unknown, decimal? Rate, CensusLinks Links);

/// <summary>Lists that have exactly as many rows as the counts say.</summary>
internal sealed record CensusLinks(string Establishments, string Attained, string NotAttained, string Unknown);

internal static class CensusSummaryQuery
{
    // Ways to group; also names of columns.
    private const string Trade = "trade";
    private const string Community = "community";

    public static void Map(RouteGroupBuilder census) => census
        .MapGet("/summary", Handle).Allow(Audience.Everybody).TakesTurn(CallerTurns.Figures)
        .WithSummary("五小行业达标率").Produces<CensusSummary>();

    private static async Task<IResult> Handle(
        string street, string? by, [FromQuery] string? trade, [FromQuery] string? community, CensusRegister census,
        NpgsqlDataSource database,
        HttpContext http)
    {
        if (by is not (null or Trade or Community)) return Problems.Of(CensusRules.GroupingUnknown);
        var column = by ?? Trade;
        var filter = new CensusFilter(trade, community, Standing: null, Licence: null, Closed: false);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var counted = (await connection.QueryAsync<Counted>(
            $"""
             SELECT {column} AS Key, standing AS Standing, count(*)::int AS Count FROM establishments
             WHERE {CensusFilter.Condition} GROUP BY {column}, standing ORDER BY {column}
             """,
            filter.Arguments(street))).AsList();
        var names = column == Community ? await census.CommunityNames(street, http.RequestAborted) : null;
        var groups = counted.GroupBy(row => row.Key, StringComparer.Ordinal).Select(group => Group(
            street, group.Key, names is null ? group.Key : names.GetValueOrDefault(group.Key), [.. group],
            column == Trade ? filter with { Trade = group.Key } : filter with { Community = group.Key }));
        return TypedResults.Ok(new CensusSummary(column, Group(street, null, null, counted, filter), [.. groups]));
    }

    private static CensusGroup Group(string street, string? key, string? name, List<Counted> rows, CensusFilter filter)
    {
        var (all, attained) = (rows.Sum(row => row.Count), Count(CensusStanding.Attained));
        var links = new CensusLinks(
            filter.Href(street), Link(CensusStanding.Attained), Link(CensusStanding.NotAttained), Link(CensusStanding.Unknown));
        return new(key, name, all, attained, Count(CensusStanding.NotAttained), Count(CensusStanding.Unknown), Rate(attained, all), links);

        int Count(CensusStanding standing) => rows.Where(row => row.Standing == standing).Sum(row => row.Count);
        string Link(CensusStanding standing) => (filter with { Standing = standing }).Href(street);
    }

    internal static decimal? Rate(int attained, int all) =>
        all == 0 ? null : decimal.Round(100m * attained / all, 2, MidpointRounding.AwayFromZero);

    private sealed record Counted(string Key, CensusStanding Standing, int Count);
}
