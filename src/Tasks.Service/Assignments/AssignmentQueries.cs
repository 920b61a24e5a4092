using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>A row of the list of assignments (任务台账).</summary>
/// <param name="Since">When it came to its status.</param>
/// <param name="OverdueWaived">曾超时·不计: it was late, and statistics leave it out.</param>
/// <param name="Reason">Of the last return, reassignment or cancellation.</param>
/// <param name="Percent">How far it is, as the unit last reported.</param>
/// <param name="Completeness">Of what it asks for, in percent; null when it asks for no items.</param>
/// <param name="Point">Code of the inspection point that is prepared.</param>
/// <param name="Indicator">Number of the indicator that is to be reached.</param>
internal sealed record AssignmentList(
    Guid Id, long Version, AssignmentKind Kind, string Title, AssignmentStatus Status, DateTimeOffset Since, string? Reason,
    string Unit, string[] CooperatingUnits, string? Guarantor, DateTimeOffset Due, bool Overdue, DateTimeOffset? IssuedAt,
    string[] Photos, string? Note,
    Guid? PlanId, int? Action, string? Phase, Guid? FindingId, string? CaseNumber, int? Round,
    int? Percent, decimal? Completeness, string? Point, int? Indicator, int? IndicatorYear,
    int Extensions, ExtensionRequest? ExtensionRequest, DateTimeOffset? SuspendedUntil, bool Supervised, AppealState? Appeal,
    bool OverdueWaived,
    DateOnly? EvaluationDate)
{
    /// <summary>Of an open one that reaches into a year without a holiday table: what is to be said of its deadline.</summary>
    public string? CalendarNote { get; init; }
}

/// <summary>Reads assignments as one caller may see them.</summary>
internal sealed class AssignmentRead(
    NpgsqlDataSource database, AssignmentKinds kinds, IItemCompleteness completeness, IPlaceOfWork place, OrganisationLookup register,
    WorkCalendars calendars, TimeProvider clock)
{
    private readonly string columns =
        $"""
        id AS Id, version AS Version, kind AS Kind, title AS Title, status AS Status, since AS Since, reason AS Reason,
        unit AS Unit, cooperating_units AS CooperatingUnits, guarantor AS Guarantor, due AS Due,
        coalesce({AssignmentConditions.IsOverdue}, false) AS Overdue, issued_at AS IssuedAt, photos AS Photos, note AS Note,
        plan_id AS PlanId, action AS Action, phase AS Phase, finding_id AS FindingId, case_number AS CaseNumber, round AS Round,
        percent AS Percent, {completeness.Sql} AS Completeness, point AS Point, indicator AS Indicator,
        indicator_year AS IndicatorYear, extensions AS Extensions, extension_request AS ExtensionRequest, suspended_until AS SuspendedUntil,
        coalesce(supervised_due = due, false) AS Supervised, appeal AS Appeal, overdue_waived AS OverdueWaived,
        evaluation_date AS EvaluationDate
        """;

    public async Task<IReadOnlyList<AssignmentList>> List(
        string street, AssignmentFilter filter, Cursor<Guid?> cursor, Caller caller, CancellationToken cancellation)
    {
        var conditions = await Conditions(street, filter, caller, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<AssignmentList>(new CommandDefinition(
            $"""
             SELECT {columns} FROM assignments a
             WHERE {AssignmentConditions.Where(filter, place)}
               AND (@After::uuid IS NULL OR (due, id) > (SELECT due, id FROM assignments WHERE street = @street AND id = @After))
             ORDER BY due, id LIMIT @take
             """,
            conditions.Arguments(filter, cursor), cancellationToken: cancellation));
        return await Noted(rows.AsList(), cancellation);
    }

    /// <summary>Null when there is none that the caller may see.</summary>
    public async Task<AssignmentList?> One(string street, Guid id, Caller caller, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<AssignmentList>(new CommandDefinition(
            $"SELECT {columns} FROM assignments a WHERE {AssignmentConditions.Visible} AND id = @id",
            new { street, id, units = caller.HeldToUnits }, cancellationToken: cancellation));
        return row is null ? null : (await Noted([row], cancellation))[0];
    }

    private async Task<IReadOnlyList<AssignmentList>> Noted(IReadOnlyList<AssignmentList> rows, CancellationToken cancellation)
    {
        if (!rows.Any(row => IsOpen(row) && CalendarGap.MayBe(row.IssuedAt ?? row.Since, row.Due))) return rows;
        var calendar = await calendars.Current(cancellation);
        return [.. rows.Select(row => IsOpen(row)
            ? row with { CalendarNote = CalendarGap.Note(calendar, row.IssuedAt ?? row.Since, row.Due) }
            : row)];
    }

    private static bool IsOpen(AssignmentList row) => row.Status is AssignmentStatus.Issued or AssignmentStatus.Acknowledged
        or AssignmentStatus.Submitted or AssignmentStatus.Returned;

    /// <summary>How many rows the list of a filter has, all pages together.</summary>
    public async Task<int> Count(string street, AssignmentFilter filter, Caller caller, CancellationToken cancellation) =>
        (await Groups<int>(street, filter, caller, "count(*)::int", cancellation)).Single();

    /// <param name="select">What to select of the rows, perhaps with a <c>GROUP BY</c> behind it in <paramref name="groupBy"/>.</param>
    public async Task<IReadOnlyList<T>> Groups<T>(
        string street, AssignmentFilter filter, Caller caller, string select, CancellationToken cancellation, string groupBy = "")
    {
        var conditions = await Conditions(street, filter, caller, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var groups = await connection.QueryAsync<T>(new CommandDefinition(
            $"SELECT {select} FROM assignments a WHERE {AssignmentConditions.Where(filter, place)} {groupBy}",
            conditions.Arguments(filter), cancellationToken: cancellation));
        return groups.AsList();
    }

    private async Task<AssignmentConditions> Conditions(
        string street, AssignmentFilter filter, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var reviewer = filter.WaitingForMyReview is null ? null : await Reviewer.Of(street, caller, now, kinds, register, cancellation);
        return new(street, caller, reviewer, now);
    }
}

internal static class AssignmentQueries
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapGet("/", List).Allow(Audience.Everybody).WithSummary("任务台账").Produces<Page<AssignmentList>>();
        assignments.MapGet("/{id:guid}", One).Allow(Audience.Everybody).WithSummary("任务").Produces<AssignmentList>().WithETag();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] AssignmentFilter filter, [AsParameters] Cursor<Guid?> cursor, Caller caller, AssignmentRead read,
        HttpContext http)
    {
        var rows = await read.List(street, filter, cursor, caller, http.RequestAborted);
        return cursor.Page(http, rows, row => row.Id.ToString());
    }

    private static async Task<IResult> One(string street, Guid id, Caller caller, AssignmentRead read, HttpContext http)
    {
        if (await read.One(street, id, caller, http.RequestAborted) is not { } assignment) return Problems.Of(AssignmentRules.NotFound);
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(assignment);
    }
}
