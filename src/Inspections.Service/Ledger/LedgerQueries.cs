using Campaign.Inspections.Findings;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>台账: one row a finding, in any order, a page at a time.</summary>
internal static class LedgerQueries
{
    public static readonly Role[] Readers = Enum.GetValues<Role>();

    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapGet("/", List).Allow(Readers).WithName("ListFindings")
            .WithSummary("台账（sort：caseNumber、recordedAt、due、severity，前加“-”为倒序）").Produces<Page<FindingLedger>>();
        findings.MapGet("/summary", Summary).Allow(Readers).TakesTurn(CallerTurns.Figures)
            .WithSummary("案件数（按状态和结案方式分列）").Produces<FindingSummary>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] LedgerFilter filter, string? sort, string? after, int? limit, Caller caller,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        if (LedgerOrder.Of(sort) is not { } order) return Problems.Of(LedgerRules.SortUnknown);
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await LedgerTable.Page(connection, filter.Sql(street, caller, clock), order, after, take + 1, http.RequestAborted);
        return Paging.Page(http, rows, take, order.Cursor);
    }

    /// <summary>
    /// How many there are in each state, closed ones apart by how they were closed, each with the list that shows exactly them.
    /// </summary>
    private static async Task<IResult> Summary(
        string street, [AsParameters] LedgerFilter filter, Caller caller, NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        var sql = (filter with { Status = null }).Sql(street, caller, clock);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var counts = await connection.QueryAsync<(string Status, long Count)>(new CommandDefinition(
            $"SELECT f.status, count(*) FROM {sql.From} WHERE {sql.Where} GROUP BY f.status", sql.Arguments,
            cancellationToken: http.RequestAborted));
        return TypedResults.Ok(
            FindingSummary.Of(counts.ToDictionary(row => Enum.Parse<FindingStatus>(row.Status), row => row.Count), http.Request));
    }

    /// <summary>What became of a deadline is asked of those that have passed, and as things stand.</summary>
    public static LedgerSql Sql(this LedgerFilter filter, string street, Caller caller, TimeProvider clock) => LedgerConditions.Of(
        new LedgerScope(street, caller.HeldToUnits),
        filter.Outcome is null ? filter : filter with { DueBy = filter.DueBy ?? clock.GetUtcNow() });
}
