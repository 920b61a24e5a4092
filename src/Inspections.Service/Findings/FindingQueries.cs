using Campaign.EventStore;
using Campaign.Inspections.Evidence.Questions;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.Reference;
using Campaign.Web;
using Dapper;
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

internal static class FindingQueries
{
    public static void Map(RouteGroupBuilder findings)
    {
        Role[] readers = Enum.GetValues<Role>();
        findings.MapGet("/{id:guid}", One).Allow(readers).WithSummary("案件").Produces<FindingLedger>();
        findings.MapGet("/{id:guid}/history", History).Allow(readers).WithSummary("案件经过").Produces<IReadOnlyList<HistoryLine>>();
    }

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
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, EventTypes types, Categories categories, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is null) return Problems.Of(FindingRules.NotFound);
        var events = await store.Read(new StreamId(street, id), http.RequestAborted);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var names = await LedgerNames.Load(street, connection, categories, http.RequestAborted);
        var numbers = await LedgerTable.Numbers(connection, street, events.SelectMany(e => CaseStory.Others(e.Data)), http.RequestAborted);
        var story = new CaseStory(names, numbers);
        return TypedResults.Ok(events.Select(e => story.Line(e, types.NameOf(e.Data.GetType()))));
    }

    private static async Task<FindingLedger?> Find(string street, Guid id, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var conditions = Conditions.In(new LedgerScope(street, caller.HeldToUnits));
        conditions.Add("f.id = @id", "id", id);
        var sql = conditions.On("findings f");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<FindingLedger>(new CommandDefinition(
            $"SELECT {LedgerTable.Columns} FROM {sql.From} WHERE {sql.Where}", sql.Arguments, cancellationToken: cancellation));
    }
}
