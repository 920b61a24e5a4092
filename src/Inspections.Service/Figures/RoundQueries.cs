using Campaign.Inspections.Kernel;
using Campaign.Inspections.Ledger;
using Campaign.Web;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Inspections.Figures;

/// <summary>One time that a finding was worked on; voided and merged findings are left out.</summary>
internal sealed record RoundRow(
    Guid Finding, string CaseNumber, int Round, DateTimeOffset BeganAt, string Category, string? Community, string? Unit,
    DateTimeOffset? Due, DateTimeOffset? ReportedAt, DateTimeOffset? StruckOffAt)
{
    public double? Hours => StruckOffAt is { } end ? Math.Round((end - BeganAt).TotalHours, 2) : null;
}

/// <param name="Relapse">Whether it began with a relapse; the others began with the recording of the finding.</param>
internal sealed record RoundFilter(
    string? Unit = null, string? Community = null, string[]? Category = null, bool? Relapse = null,
    DateOnly? BeganFrom = null, DateOnly? BeganTo = null, DateOnly? StruckOffFrom = null, DateOnly? StruckOffTo = null)
{
    public LedgerSql Sql(LedgerScope scope)
    {
        var sql = Conditions.In(scope);
        sql.Add("f.status NOT IN ('Voided', 'Merged')");
        sql.AddCode("r.unit", "unit", Unit);
        sql.AddCode("f.community", "community", Community);
        sql.Add("f.category = ANY (@category)", "category", Category is { Length: > 0 } ? Category : null);
        sql.AddEither(Relapse, "r.round > 1", "r.round = 1");
        sql.AddDays("r.began_at", "began", BeganFrom, BeganTo);
        sql.AddDays("r.struck_off_at", "struckOff", StruckOffFrom, StruckOffTo);
        return sql.On("finding_rounds r JOIN findings f ON f.street = r.street AND f.id = r.finding");
    }

    internal sealed class Validator : AbstractValidator<RoundFilter>
    {
        private const int MaxValues = 100;

        public Validator()
        {
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Community).MaximumLength(50);
            RuleFor(x => x.Category).AtMost(MaxValues);
            RuleFor(x => x.BeganTo).NotBefore(x => x.BeganFrom);
            RuleFor(x => x.StruckOffTo).NotBefore(x => x.StruckOffFrom);
        }
    }
}

internal static class RoundQueries
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapGet("/rounds", List).Allow(LedgerQueries.Readers).WithSummary("案件各轮（登记或反弹各开始一轮）").Produces<Page<RoundRow>>();

    private static async Task<IResult> List(
        string street, [AsParameters] RoundFilter filter, string? after, int? limit, Caller caller, NpgsqlDataSource database,
        HttpContext http)
    {
        var take = Paging.Limit(limit);
        var (number, round) = PageCursor.Read(after, ("", 0));
        var sql = filter.Sql(new(street, caller.HeldToUnits));
        sql.Arguments.AddDynamicParams(new { number, round });
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<RoundRow>(new CommandDefinition(
            $"""
             SELECT r.finding AS Finding, f.case_number AS CaseNumber, r.round AS Round, r.began_at AS BeganAt, f.category AS Category,
                    f.community AS Community, r.unit AS Unit, r.due AS Due, r.reported_at AS ReportedAt, r.struck_off_at AS StruckOffAt
             FROM {sql.From} WHERE {sql.Where} AND (f.case_number, r.round) > (@number, @round)
             ORDER BY f.case_number, r.round LIMIT {take + 1}
             """,
            sql.Arguments, cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), take, row => PageCursor.Of(row.CaseNumber, row.Round));
    }
}
