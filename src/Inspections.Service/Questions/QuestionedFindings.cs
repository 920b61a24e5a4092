using Campaign.Inspections.Findings;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Questions;

/// <summary>A case that has photos, with what is to be looked at in them.</summary>
/// <param name="Questions">Empty where nothing is.</param>
internal sealed record QuestionedFinding(Guid Finding, string CaseNumber, FindingStatus Status, IReadOnlyList<EvidenceQuestion> Questions);

/// <summary>照片存疑一览: the cases that wait for their verification, or the others, a page at a time. Questions are made when asked.</summary>
internal static class QuestionedFindingsQuery
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 50;

    public static void Map(RouteGroupBuilder street) => street
        .MapGet("/evidence-questions", List).Allow(EvidenceQuestionsEndpoints.Askers).TakesTurn(CallerTurns.Figures).WithTags("Findings")
        .WithSummary("照片存疑一览（open：默认只列已上报、待复核的案件）").Produces<Page<QuestionedFinding>>();

    private static async Task<IResult> List(
        string street, bool? open, string? after, int? limit, Caller caller, EvidenceComparison comparison, NpgsqlDataSource database,
        HttpContext http)
    {
        var most = Math.Clamp(limit ?? DefaultLimit, 1, MaxLimit);
        // Not the unit whose photos are asked about, though its officer be a leader, too.
        if (!EvidenceQuestionsEndpoints.MayAsk(caller)) return Paging.Page<QuestionedFinding>(http, [], most, row => row.CaseNumber);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var heads = await connection.QueryAsync<(Guid Id, string Number, string Status)>(new CommandDefinition(
            """
            SELECT f.id, f.case_number, f.status FROM findings f
            WHERE f.street = @street AND f.case_number > @after AND (f.status = 'Reported') = @open
              AND EXISTS (SELECT FROM case_photos p WHERE p.street = f.street AND p.finding = f.id)
            ORDER BY f.case_number LIMIT @take
            """,
            new { street, after = after ?? "", open = open ?? true, take = most + 1 }, cancellationToken: http.RequestAborted));
        var rows = new List<QuestionedFinding>();
        foreach (var (id, number, status) in heads)
        {
            var questions = rows.Count < most ? await comparison.Questions(street, id, http.RequestAborted) : [];
            rows.Add(new(id, number, Enum.Parse<FindingStatus>(status), questions ?? []));
        }
        return Paging.Page(http, rows, most, row => row.CaseNumber);
    }
}
