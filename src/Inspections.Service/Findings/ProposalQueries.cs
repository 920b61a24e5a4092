using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>Obsolete: the finding was closed otherwise before anybody decided.</summary>
internal enum ProposalState { Open, Confirmed, Dismissed, Obsolete }

/// <summary>疑似重复、疑似反弹: what a person is to decide, or has decided.</summary>
/// <param name="Metres">Absent where only the wording of the place is the same: the weaker sign.</param>
internal sealed record ProposalRow(
    Guid Finding, string CaseNumber, string Description, Guid Other, string OtherNumber, string OtherDescription, FindingStatus OtherStatus,
    ProposalKind Kind, double? Metres, ProposalState State, string? Reason, DateTimeOffset ProposedAt, DateTimeOffset? DecidedAt);

internal static class ProposalQueries
{
    public static void Map(RouteGroupBuilder street) => street.MapGet("/proposals", List)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.Administrator)
        .WithTags("Findings").WithSummary("疑似重复与疑似反弹").Produces<Page<ProposalRow>>();

    private static async Task<IResult> List(
        string street, [AsParameters] ProposalFilter filter, NpgsqlDataSource database, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        var (number, after) = PageCursor.Read(filter.After, ("", ""));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<ProposalRow>(new CommandDefinition(
            """
            SELECT p.finding AS Finding, f.case_number AS CaseNumber, f.description AS Description,
                   p.other AS Other, o.case_number AS OtherNumber, o.description AS OtherDescription, o.status AS OtherStatus,
                   p.kind AS Kind, p.metres AS Metres, p.state AS State, p.reason AS Reason, p.proposed_at AS ProposedAt,
                   p.decided_at AS DecidedAt
            FROM finding_proposals p
            JOIN findings f ON f.street = p.street AND f.id = p.finding
            JOIN findings o ON o.street = p.street AND o.id = p.other
            WHERE p.street = @street AND (@state::text IS NULL OR p.state = @state)
              AND (@finding::uuid IS NULL OR @finding IN (p.finding, p.other))
              AND (@kind::text IS NULL OR p.kind = @kind)
              AND (f.case_number, p.kind) > (@number, @after)
            ORDER BY f.case_number, p.kind LIMIT @take
            """,
            new
            {
                street,
                // Of one finding all that was ever proposed, unless a state is asked for.
                state = (filter.State ?? (filter.Finding is null ? ProposalState.Open : null))?.ToString(),
                filter.Finding,
                kind = filter.Kind?.ToString(),
                number,
                after,
                take = limit + 1,
            },
            cancellationToken: http.RequestAborted));
        // One finding has at most one proposal of a kind.
        return Paging.Page(http, rows.AsList(), limit, row => PageCursor.Of(row.CaseNumber, row.Kind));
    }
}

/// <param name="Finding">On either side.</param>
internal sealed record ProposalFilter(
    ProposalState? State, ProposalKind? Kind, Guid? Finding, [FromQuery] string? After, [FromQuery] int? Limit);
