using Campaign.Figures;
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

/// <param name="Unit">Responsible in the round.</param>
/// <param name="BeganUnit">Whom its beginning is held against: of a relapse the unit that had rectified.</param>
/// <param name="Relapse">Whether it began with a relapse; the others began with the recording of the finding.</param>
/// <param name="Open">Neither struck off nor closed by force.</param>
/// <param name="AsOf">As things stood at this moment; now when left out.</param>
/// <param name="Group">Groups of categories, such as 十乱.</param>
/// <param name="Outcome">What had become of it by then.</param>
internal sealed record RoundFilter(
    string? Unit = null, string? Community = null, string[]? Category = null, bool? Relapse = null,
    DateOnly? BeganFrom = null, DateOnly? BeganTo = null, DateOnly? StruckOffFrom = null, DateOnly? StruckOffTo = null,
    string? BeganUnit = null, bool? Open = null, DateTimeOffset? AsOf = null, RoundOutcome? Outcome = null,
    string[]? Group = null)
{
    public static readonly RoundSql Columns = new("r", "d");

    public const string ByUnit = "coalesce(d.unit, r.against)";
    public const string ByBeganUnit = "coalesce(r.against, d.unit)";

    /// <summary>A beginning is asked about, so it is counted for whom it is held against.</summary>
    public bool JudgesBeginning => BeganFrom is not null;

    public LedgerSql Sql(LedgerScope scope)
    {
        var sql = Conditions.In(scope);
        sql.Add("f.status NOT IN ('Voided', 'Merged')");
        sql.AddCode(ByUnit, "unit", Unit);
        sql.AddCode(ByBeganUnit, "beganUnit", BeganUnit);
        sql.AddCode("f.community", "community", Community);
        sql.Add("f.category = ANY (@category)", "category", Category is { Length: > 0 } ? Category : null);
        sql.AddGroup(Group);
        sql.AddEither(Relapse, "r.round > 1", "r.round = 1");
        sql.AddDays("r.began_at", "began", BeganFrom, BeganTo);
        sql.AddDays("r.struck_off_at", "struckOff", StruckOffFrom, StruckOffTo);
        sql.Add($"r.began_at <= @{RoundSql.AsOf}", RoundSql.AsOf, AsOf?.ToUniversalTime());
        if (StruckOffFrom is not null || StruckOffTo is not null) sql.Add($"r.struck_off_at <= @{RoundSql.AsOf}");
        sql.AddEither(Open, $"r.ended_at > @{RoundSql.AsOf}", $"r.ended_at <= @{RoundSql.AsOf}");
        if (Outcome is { } outcome) sql.Add(Columns.Condition(outcome));
        return sql.On(
            $"""
             finding_rounds r JOIN findings f ON f.street = r.street AND f.id = r.finding
             LEFT JOIN finding_deadlines d ON d.street = r.street AND d.finding = r.finding AND d.round = r.round AND {Columns.Stood}
             """);
    }

    internal sealed class Validator : AbstractValidator<RoundFilter>
    {
        private const int MaxValues = 100;

        public Validator()
        {
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.BeganUnit).MaximumLength(50);
            RuleFor(x => x.Community).MaximumLength(50);
            RuleFor(x => x.Outcome).IsInEnum();
            RuleFor(x => x.Category).AtMost(MaxValues);
            RuleFor(x => x.Group).AtMost(MaxValues);
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
        TimeProvider clock, HttpContext http)
    {
        var take = Paging.Limit(limit);
        var (number, round) = PageCursor.Read(after, ("", 0));
        var sql = (filter with { AsOf = filter.AsOf ?? clock.GetUtcNow() }).Sql(new(street, caller.HeldToUnits));
        sql.Arguments.AddDynamicParams(new { number, round });
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<RoundRow>(new CommandDefinition(
            $"""
             SELECT r.finding AS Finding, f.case_number AS CaseNumber, r.round AS Round, r.began_at AS BeganAt, f.category AS Category,
                    f.community AS Community, {RoundFilter.ByUnit} AS Unit, d.due AS Due, {RoundFilter.Columns.HandledAt} AS ReportedAt,
                    r.struck_off_at AS StruckOffAt
             FROM {sql.From} WHERE {sql.Where} AND (f.case_number, r.round) > (@number, @round)
             ORDER BY f.case_number, r.round LIMIT {take + 1}
             """,
            sql.Arguments, cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), take, row => PageCursor.Of(row.CaseNumber, row.Round));
    }
}
