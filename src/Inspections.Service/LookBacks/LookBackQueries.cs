using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Inspections.LookBacks;

internal sealed record LookBackRow(
    Guid Id, long Version, Guid Finding, string CaseNumber, int Round, int Days, DateOnly Due, string Unit, LookBackState State,
    string? Note, string[] Photos, DateTimeOffset? DoneAt);

/// <summary>
/// 回头看覆盖率: of those due in the period and by today, how many were done; what was cancelled was not due, nor is what is still ahead.
/// </summary>
/// <param name="Rate">Done ÷ Due, four decimals; absent when none was due.</param>
internal sealed record LookBackCoverage(long Done, long Due, decimal? Rate, string DoneHref, string DueHref);

internal static class LookBackQueries
{
    private const int Decimals = 4;

    // Two names for more than one state, so that a numerator and its denominator are lists one can open.
    private static readonly Dictionary<string, LookBackState[]> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Done"] = [LookBackState.StillFixed, LookBackState.NotFixed],
        ["Due"] = [LookBackState.Planned, LookBackState.StillFixed, LookBackState.NotFixed],
    };

    private const string Filtered =
        """
        street = @street AND (@from::date IS NULL OR due >= @from) AND (@until::date IS NULL OR due <= @until)
        AND (@finding::uuid IS NULL OR finding = @finding)
        """;

    public static void Map(RouteGroupBuilder lookBacks)
    {
        Role[] readers = [Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.GuarantorLeader, Role.Administrator];
        lookBacks.MapGet("/", List).Allow(readers)
            .WithSummary("回头看安排（state：Planned、StillFixed、NotFixed、Cancelled，或 Done、Due）").Produces<Page<LookBackRow>>();
        lookBacks.MapGet("/coverage", Coverage).Allow(readers).TakesTurn(CallerTurns.Figures)
            .WithSummary("回头看覆盖率").Produces<LookBackCoverage>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] LookBackFilter filter, NpgsqlDataSource database, HttpContext http)
    {
        if (Named(filter.State) is not { } states) return Problems.Of(LookBackRules.StateUnknown);
        var limit = Paging.Limit(filter.Limit);
        var (due, id) = PageCursor.Read(filter.After, (DateOnly.MinValue, Guid.Empty));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<LookBackRow>(new CommandDefinition(
            $"""
             SELECT id AS Id, version AS Version, finding AS Finding, case_number AS CaseNumber, round AS Round, days AS Days, due AS Due,
                    unit AS Unit, state AS State, note AS Note, photos AS Photos, done_at AS DoneAt
             FROM look_backs WHERE {Filtered} AND state = ANY (@states) AND (due, id) > (@due, @id) ORDER BY due, id LIMIT @take
             """,
            new { street, filter.From, until = filter.To, filter.Finding, states, due, id, take = limit + 1 },
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), limit, row => PageCursor.Of(row.Due, row.Id));
    }

    private static async Task<IResult> Coverage(
        string street, DateOnly? from, DateOnly? to, NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        var until = to is { } last && last < today ? last : today;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var (done, due) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            $"SELECT count(*) FILTER (WHERE state = ANY (@done)), count(*) FILTER (WHERE state = ANY (@due)) FROM look_backs WHERE {Filtered}",
            new { street, from, until, finding = (Guid?)null, done = Named("Done"), due = Named("Due") },
            cancellationToken: http.RequestAborted));
        var list = http.Request.Path.Value![..^"/coverage".Length];
        return TypedResults.Ok(new LookBackCoverage(
            done, due, due == 0 ? null : Math.Round((decimal)done / due, Decimals, MidpointRounding.AwayFromZero), Href("Done"),
            Href("Due")));

        string Href(string state) => Links.To(list, ("state", state), ("from", from), ("to", until));
    }

    private static string[]? Named(string? state) =>
        state is null ? Enum.GetNames<LookBackState>()
        : States.TryGetValue(state, out var several) ? [.. several.Select(s => s.ToString())]
        : Enum.GetNames<LookBackState>().FirstOrDefault(name => name.Equals(state, StringComparison.OrdinalIgnoreCase)) is { } one ? [one]
        : null;
}

internal sealed record LookBackFilter(
    DateOnly? From, DateOnly? To, string? State, Guid? Finding, [FromQuery] string? After, [FromQuery] int? Limit);
