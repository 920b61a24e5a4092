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
internal sealed record FindingLedger(
    Guid Id, long Version, string CaseNumber, FindingStatus Status, int Round, string Category, Severity Severity, string Description,
    double? Longitude, double? Latitude, string? Address, string? Community, Guid? InspectionId,
    string? Unit, string[] CooperatingUnits, DateTimeOffset? Due, bool Overdue, int Rejections,
    string[] BeforePhotos, string[] AfterPhotos, DateTimeOffset RecordedAt, DateTimeOffset? RoutedAt, DateTimeOffset? StruckOffAt)
{
    /// <summary>Only where one case is shown, and not to the unit whose photos are asked about.</summary>
    public IReadOnlyList<EvidenceQuestion>? EvidenceQuestions { get; init; }
}

/// <summary>One line of a case's history.</summary>
/// <param name="Event">Name of the event in the stream.</param>
internal sealed record HistoryLine(long Version, string Event, DateTimeOffset RecordedAt, object Data);

internal static class FindingQueries
{
    private const string Columns =
        """
        id AS Id, version AS Version, case_number AS CaseNumber, status AS Status, round AS Round, category AS Category, severity AS Severity,
        description AS Description, longitude AS Longitude, latitude AS Latitude, address AS Address, community AS Community,
        inspection_id AS InspectionId, unit AS Unit, cooperating_units AS CooperatingUnits, due AS Due, overdue AS Overdue,
        rejections AS Rejections, before_photos AS BeforePhotos, after_photos AS AfterPhotos,
        recorded_at AS RecordedAt, routed_at AS RoutedAt, struck_off_at AS StruckOffAt
        """;

    public static void Map(RouteGroupBuilder findings)
    {
        Role[] readers = Enum.GetValues<Role>();
        findings.MapGet("/", List).Allow(readers).WithSummary("台账").Produces<Page<FindingLedger>>();
        findings.MapGet("/{id:guid}", One).Allow(readers).WithSummary("案件").Produces<FindingLedger>();
        findings.MapGet("/{id:guid}/history", History).Allow(readers).WithSummary("案件经过").Produces<IReadOnlyList<HistoryLine>>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] LedgerFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<FindingLedger>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM findings
             WHERE street = @street AND case_number > @after
               AND (@status::text IS NULL OR status = @status) AND (@unit::text IS NULL OR unit = @unit)
               AND (@category::text IS NULL OR category = @category) AND (@overdue::boolean IS NULL OR overdue = @overdue)
               AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
             ORDER BY case_number LIMIT @take
             """,
            new
            {
                street,
                after = filter.After ?? "",
                status = filter.Status?.ToString(),
                filter.Unit,
                filter.Category,
                filter.Overdue,
                units = caller.HeldToUnits,
                take = limit + 1,
            },
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), limit, row => row.CaseNumber);
    }

    private static async Task<IResult> One(
        string street, Guid id, Caller caller, NpgsqlDataSource database, EvidenceComparison evidence, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is not { } finding) return Problems.Of(FindingRules.NotFound);
        ETags.Write(http, finding.Version);
        return TypedResults.Ok(EvidenceQuestionsEndpoints.MayAsk(caller)
            ? finding with { EvidenceQuestions = await evidence.Questions(street, id, http.RequestAborted) }
            : finding);
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
    FindingStatus? Status, string? Unit, string? Category, bool? Overdue, [FromQuery] string? After, [FromQuery] int? Limit);
