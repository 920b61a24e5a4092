using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Countdown;

/// <summary>An open assignment, seen backwards from the evaluation.</summary>
/// <param name="DaysBefore">Days from the deadline to the evaluation date; negative after it, null without one.</param>
/// <param name="DaysLeft">Days from today to the deadline; negative when it has passed.</param>
/// <param name="DurationDays">Working days that the work takes; null when nobody said.</param>
/// <param name="LatestStart">最晚开工.</param>
/// <param name="CalendarNote">Where it reaches into a year without a holiday table: what is to be said of it.</param>
/// <param name="Red">The latest start has passed, and nobody has taken the assignment.</param>
internal sealed record CountdownRow(
    Guid AssignmentId, AssignmentKind Kind, string Title, AssignmentStatus Status, string Unit, DateTimeOffset Due,
    int? DaysBefore, int DaysLeft,
    int? DurationDays, DateTimeOffset LatestStart, bool Red, bool Overdue, DateTimeOffset? SuspendedUntil, string? CalendarNote = null);

/// <param name="DaysLeft">Days from today to the evaluation.</param>
/// <param name="Open">Number of open assignments.</param>
/// <param name="Red">Number of those on the red list.</param>
internal sealed record EvaluationDateView(DateOnly? Date, string? Reason, int? DaysLeft, int Open, int Red);

internal static class CountdownQueries
{
    private const string Open = $"{AssignmentConditions.Visible} AND {AssignmentConditions.IsOpen}";

    /// <summary>As <see cref="LatestStart.Passed"/> says for each length of work.</summary>
    private const string Red =
        """
        (status = 'Issued' AND suspended_until IS NULL
         AND due <= (SELECT passed FROM unnest(@lengths, @passed) AS l (length, passed) WHERE length = coalesce(duration_days, 0)))
        """;

    public static void Map(RouteGroupBuilder street)
    {
        street.MapGet("/countdown", List).Allow(Audience.Everybody).WithSummary("倒排工期").Produces<Page<CountdownRow>>();
        street.MapGet("/evaluation-date", Date).Allow(Audience.Everybody)
            .WithName("GetEvaluationDate").WithSummary("迎检日期").Produces<EvaluationDateView>().WithETag();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] CountdownFilter filter, [AsParameters] Cursor<Guid?> cursor, Caller caller, WorkCalendars calendars,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        var (now, calendar) = (clock.GetUtcNow(), await calendars.Current(http.RequestAborted));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var (lengths, passed) = await Lengths(connection, street, now, calendar);
        var rows = await connection.QueryAsync<Row>(
            $"""
             SELECT id AS Id, kind AS Kind, title AS Title, status AS Status, unit AS Unit, due AS Due, duration_days AS DurationDays,
                    {Red} AS Red, coalesce(exceeded_due = due, false) AS Overdue, suspended_until AS SuspendedUntil,
                    (SELECT day FROM evaluation_dates WHERE street = @street) AS Date
             FROM assignments
             WHERE {Open} AND (@red::boolean IS NULL OR {Red} = @red)
               AND (@unit::text IS NULL OR unit = @unit) AND (@plan::uuid IS NULL OR plan_id = @plan)
               AND (@after::uuid IS NULL OR (due, id) < (SELECT due, id FROM assignments WHERE street = @street AND id = @after))
             ORDER BY due DESC, id DESC LIMIT @take
             """,
            new { street, units = caller.HeldToUnits, filter.Red, filter.Unit, filter.Plan, cursor.After, lengths, passed, cursor.Take });
        return cursor.Page(http, rows.Select(row => row.Seen(ChinaTime.DateOf(now), calendar)), row => row.AssignmentId.ToString());
    }

    private static async Task<IResult> Date(
        string street, Caller caller, WorkCalendars calendars, NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        var (now, calendar) = (clock.GetUtcNow(), await calendars.Current(http.RequestAborted));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var (lengths, passed) = await Lengths(connection, street, now, calendar);
        var (version, date, reason) = await connection.QuerySingleOrDefaultAsync<(long, DateOnly?, string?)>(
            "SELECT version, day, reason FROM evaluation_dates WHERE street = @street", new { street });
        var (open, red) = await connection.QuerySingleAsync<(int, int)>(
            $"SELECT count(*)::int, count(*) FILTER (WHERE {Red})::int FROM assignments WHERE {Open}",
            new { street, units = caller.HeldToUnits, lengths, passed });
        ETags.Write(http, version);
        return TypedResults.Ok(new EvaluationDateView(date, reason, date?.DayNumber - ChinaTime.DateOf(now).DayNumber, open, red));
    }

    private static async Task<(int[] Lengths, DateTime[] Passed)> Lengths(
        NpgsqlConnection connection, string street, DateTimeOffset now, WorkCalendar calendar)
    {
        var lengths = await connection.QueryAsync<int>(
            "SELECT DISTINCT duration_days FROM assignments WHERE street = @street AND evaluation_date IS NOT NULL", new { street });
        int[] all = [0, .. lengths];
        return (all, [.. all.Select(length => LatestStart.Passed(now, length, calendar).UtcDateTime)]);
    }

    private sealed record Row(
        Guid Id, AssignmentKind Kind, string Title, AssignmentStatus Status, string Unit, DateTimeOffset Due, int? DurationDays,
        bool Red, bool Overdue, DateTimeOffset? SuspendedUntil, DateOnly? Date)
    {
        public CountdownRow Seen(DateOnly today, WorkCalendar calendar)
        {
            var day = Deadline.DayOf(Due);
            return new(
                Id, Kind, Title, Status, Unit, Due, Date?.DayNumber - day.DayNumber, day.DayNumber - today.DayNumber, DurationDays,
                LatestStart.Of(Due, DurationDays ?? 0, calendar), Red, Overdue, SuspendedUntil,
                CalendarGap.Note(calendar, ChinaTime.StartOf(today), Due));
        }
    }
}

internal sealed record CountdownFilter(bool? Red, string? Unit, Guid? Plan);
