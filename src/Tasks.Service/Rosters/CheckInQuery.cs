using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Rosters;

/// <summary>Who was there. <c>Away</c> counts the people whose place was too far from the section.</summary>
/// <param name="ShortReason">Why it was submitted with too few.</param>
internal sealed record Attendance(
    DateTimeOffset Start, int Need, int Present, int Away, string? ShortReason, IReadOnlyList<CheckInRow> CheckIns);

internal sealed record CheckInRow(
    int People, string[] Accounts, DateTimeOffset At, double? Longitude, double? Latitude, int? Metres, bool Away,
    DateTimeOffset ReportedAt);

internal static class CheckInQuery
{
    private sealed record Head(DateTimeOffset Start, int? Need, int Present, int Away, string? ShortReason);

    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/check-ins", Handle).Allow(Audience.Everybody).WithName("GetAttendance").WithSummary("执勤签到情况")
        .Produces<Attendance>();

    private static async Task<IResult> Handle(string street, Guid id, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var head = await connection.QuerySingleOrDefaultAsync<Head>(
            """
            SELECT start_at AS Start, people_needed AS Need, people_present AS Present, away AS Away, short_reason AS ShortReason
            FROM occurrences JOIN assignments USING (street, id)
            WHERE street = @street AND id = @id AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
            """,
            new { street, id, units = caller.HeldToUnits });
        if (head is null) return Problems.Of(AssignmentRules.NotFound);
        if (head.Need is not { } need) return Problems.Of(RosterRules.NotOnDuty);
        var rows = await connection.QueryAsync<CheckInRow>(
            """
            SELECT people AS People, accounts AS Accounts, at AS At, longitude AS Longitude, latitude AS Latitude, metres AS Metres,
                   away AS Away, reported_at AS ReportedAt
            FROM check_ins WHERE street = @street AND assignment_id = @id ORDER BY ordinal
            """,
            new { street, id });
        return TypedResults.Ok(new Attendance(head.Start, need, head.Present, head.Away, head.ShortReason, rows.AsList()));
    }
}
