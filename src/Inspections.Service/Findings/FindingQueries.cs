using Campaign.EventStore;
using Campaign.Inspections.Evidence.Questions;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>A row of the ledger (台账) as people and other systems read it.</summary>
/// <param name="GivenSystem">What the reporter's own degrees meant, where they were not WGS-84; they are kept beside it.</param>
/// <param name="CommunityByBoundary">In whose boundary the point lies, where boundaries were loaded.</param>
/// <param name="ClosedAt">When it was voided, merged or closed by force; a case that was rectified has StruckOffAt.</param>
internal sealed record FindingLedger(
    Guid Id, long Version, string CaseNumber, FindingStatus Status, int Round, string Category, int? CategoryVersion, Severity Severity,
    string Description, double? Longitude, double? Latitude, string? GivenSystem, double? GivenLongitude, double? GivenLatitude,
    string? Address, string? RoadSection, string? Community, string? CommunityByBoundary, Guid? InspectionId,
    string? Unit, string[] CooperatingUnits, DateTimeOffset? Due, bool Overdue, int Rejections,
    string[] BeforePhotos, string[] AfterPhotos, DateTimeOffset RecordedAt, DateTimeOffset? RoutedAt, DateTimeOffset? StruckOffAt,
    DateTimeOffset? ClosedAt, string? ClosingReason, Guid? MergedInto)
{
    /// <summary>What somebody should look at: the community named is not the one the point lies in.</summary>
    public string? PlaceQuestion => Community is null || CommunityByBoundary is null || Community == CommunityByBoundary
        ? null
        : $"坐标位于社区 {CommunityByBoundary} 界内，与所报社区 {Community} 不一致，请核对。";

    /// <summary>Only for a single case, as <see cref="Criteria"/>.</summary>
    public IReadOnlyList<FindingRound>? Rounds { get; init; }

    /// <summary>The category as it stood when the case was recorded, with 立案标准 and 结案标准.</summary>
    public FindingCategory? Criteria { get; init; }

    /// <summary>Only for a single case, and not for the unit whose photos are asked about.</summary>
    public IReadOnlyList<EvidenceQuestion>? EvidenceQuestions { get; init; }
}

/// <summary>One line of a case's history.</summary>
/// <param name="Event">Name of the event in the stream.</param>
internal sealed record HistoryLine(long Version, string Event, DateTimeOffset RecordedAt, object Data);

internal static class FindingQueries
{
    private const string Columns =
        """
        id AS Id, version AS Version, case_number AS CaseNumber, status AS Status, round AS Round, category AS Category,
        category_version AS CategoryVersion, severity AS Severity, description AS Description, longitude AS Longitude, latitude AS Latitude,
        given_system AS GivenSystem, given_longitude AS GivenLongitude, given_latitude AS GivenLatitude,
        address AS Address, road_section AS RoadSection, community AS Community, community_by_boundary AS CommunityByBoundary,
        inspection_id AS InspectionId, unit AS Unit, cooperating_units AS CooperatingUnits, due AS Due, overdue AS Overdue,
        rejections AS Rejections, before_photos AS BeforePhotos, after_photos AS AfterPhotos,
        recorded_at AS RecordedAt, routed_at AS RoutedAt, struck_off_at AS StruckOffAt,
        closed_at AS ClosedAt, closing_reason AS ClosingReason, merged_into AS MergedInto
        """;

    private const string Filtered =
        """
        street = @street AND (@status::text IS NULL OR status = @status) AND (@unit::text IS NULL OR unit = @unit)
        AND (@category::text IS NULL OR category = @category) AND (@overdue::boolean IS NULL OR overdue = @overdue)
        AND (@community::text IS NULL OR community = @community)
        AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
        """;

    public static void Map(RouteGroupBuilder findings)
    {
        Role[] readers = Enum.GetValues<Role>();
        findings.MapGet("/", List).Allow(readers).WithSummary("台账").Produces<Page<FindingLedger>>();
        findings.MapGet("/summary", Summary).Allow(readers).WithSummary("案件数（按状态和结案方式分列）").Produces<FindingSummary>();
        findings.MapGet("/{id:guid}", One).Allow(readers).WithSummary("案件").Produces<FindingLedger>();
        findings.MapGet("/{id:guid}/history", History).Allow(readers).WithSummary("案件经过").Produces<IReadOnlyList<HistoryLine>>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] LedgerFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<FindingLedger>(new CommandDefinition(
            $"SELECT {Columns} FROM findings WHERE {Filtered} AND case_number > @after ORDER BY case_number LIMIT @take",
            Arguments(street, filter, caller, limit + 1),
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), limit, row => row.CaseNumber);
    }

    /// <summary>How many there are in each state, closed ones apart by how they were closed, each with the list that shows exactly them.</summary>
    private static async Task<IResult> Summary(
        string street, [AsParameters] LedgerFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var counts = (await connection.QueryAsync<(string Status, long Count)>(new CommandDefinition(
            $"SELECT status, count(*) FROM findings WHERE {Filtered} GROUP BY status",
            Arguments(street, filter with { Status = null }, caller, take: null), cancellationToken: http.RequestAborted)))
            .ToDictionary(row => Enum.Parse<FindingStatus>(row.Status), row => row.Count);
        return TypedResults.Ok(FindingSummary.Of(counts, http.Request));
    }

    private static object Arguments(string street, LedgerFilter filter, Caller caller, int? take) => new
    {
        street,
        after = filter.After ?? "",
        status = filter.Status?.ToString(),
        filter.Unit,
        filter.Category,
        filter.Overdue,
        filter.Community,
        units = caller.HeldToUnits,
        take,
    };

    private static async Task<IResult> One(
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, Categories categories,
        EvidenceComparison evidence, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is not { } finding) return Problems.Of(FindingRules.NotFound);
        var events = await store.Read(new StreamId(street, id), http.RequestAborted);
        var listed = finding.CategoryVersion is { } version ? await categories.Find(finding.Category, version, http.RequestAborted) : null;
        ETags.Write(http, finding.Version);
        return TypedResults.Ok(finding with
        {
            Rounds = FindingRounds.Of(events.Select(e => e.Data)),
            Criteria = listed?.Category,
            EvidenceQuestions = EvidenceQuestionsEndpoints.MayAsk(caller) ? await evidence.Questions(street, id, http.RequestAborted) : null,
        });
    }

    private static async Task<IResult> History(
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, EventTypes types, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is null) return Problems.Of(FindingRules.NotFound);
        var events = await store.Read(new StreamId(street, id), http.RequestAborted);
        return TypedResults.Ok(events.Select(e => new HistoryLine(e.Version, types.NameOf(e.Data.GetType()), e.RecordedAt, e.Data)));
    }

    private static async Task<FindingLedger?> Find(string street, Guid id, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<FindingLedger>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM findings
             WHERE street = @street AND id = @id AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
             """,
            new { street, id, units = caller.HeldToUnits }, cancellationToken: cancellation));
    }
}

internal sealed record LedgerFilter(
    FindingStatus? Status, string? Unit, string? Category, bool? Overdue, string? Community, [FromQuery] string? After, [FromQuery] int? Limit);
