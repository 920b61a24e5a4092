using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Questions;
using Campaign.Inspections.Reference;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Ledger;

internal static class FindingQueries
{
    public static void Map(RouteGroupBuilder findings)
    {
        Role[] readers = Enum.GetValues<Role>();
        findings.MapGet("/{id:guid}", One).Allow(readers).WithSummary("案件").Produces<FindingLedger>().WithETag();
        findings.MapGet("/{id:guid}/history", History).Allow(readers).WithSummary("案件经过").Produces<IReadOnlyList<HistoryLine>>();
    }

    private static async Task<IResult> One(
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, Categories categories,
        EvidenceComparison evidence, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is not { } finding) return Problems.Of(FindingRules.NotFound);
        var events = await store.Read(Finding.Stream(street, id), http.RequestAborted);
        var listed = finding.CategoryVersion is { } version ? await categories.Find(finding.Category, version, http.RequestAborted) : null;
        ETags.Write(http, finding.Version);
        return TypedResults.Ok(finding with
        {
            Rounds = FindingRounds.Of(events.Select(e => e.Data).OfType<IFindingEvent>()),
            Criteria = listed?.Category,
            EvidenceQuestions = EvidenceQuestionsEndpoints.MayAsk(caller)
                ? await evidence.Questions(street, id, http.RequestAborted)
                : null,
        });
    }

    private static async Task<IResult> History(
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, EventTypes types, Categories categories,
        IVeil veil, HttpContext http)
    {
        if (await Find(street, id, caller, database, http.RequestAborted) is not { } finding) return Problems.Of(FindingRules.NotFound);
        var events = await store.Read(Finding.Stream(street, id), http.RequestAborted);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var names = await LedgerNames.Load(street, connection, categories, http.RequestAborted);
        var numbers = await LedgerTable.Numbers(
            connection, street, events.SelectMany(e => FindingHistory.Others(e.Data)), http.RequestAborted);
        var story = new FindingHistory(names, numbers);
        var veiled = !CovertSecrecy.InTheKnow(caller) && finding.InspectionId is { } visit
            && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                veil.OfInspection, new { street, inspection = visit }, cancellationToken: http.RequestAborted));
        return TypedResults.Ok(events.Select(e => story.Line(e, types.NameOf(e.Data.GetType())))
            .Select(line => veiled && line.By != caller.Id ? line with { By = null } : line));
    }

    private static async Task<FindingLedger?> Find(
        string street, Guid id, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var conditions = Conditions.In(new LedgerScope(street, caller.HeldToUnits));
        conditions.Add("f.id = @id", "id", id);
        var sql = conditions.On("findings f");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<FindingLedger>(new CommandDefinition(
            $"SELECT {LedgerTable.Columns} FROM {sql.From} WHERE {sql.Where}", sql.Arguments, cancellationToken: cancellation));
    }
}
