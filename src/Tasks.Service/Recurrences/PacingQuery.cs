using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Recurrences;

/// <param name="AsOf">The day up to which it is expected.</param>
internal sealed record Pacing(string Code, string Title, int Year, DateOnly AsOf, IReadOnlyList<UnitPace> Units);

internal static class PacingQuery
{
    public static void Map(RouteGroupBuilder recurrences) => recurrences
        .MapGet("/{code}/pacing", Handle).Allow(Audience.Everybody).WithSummary("次数任务的进度").Produces<Pacing>();

    private static async Task<IResult> Handle(
        string street, string code, int? year, Caller caller, IEventStore store, OrganisationLookup register, NpgsqlDataSource database,
        TimeProvider clock,
        HttpContext http)
    {
        var stream = Series.Stream(street, AssignmentKind.Recurring, code);
        var (series, _) = await store.Load<Series>(stream, http.RequestAborted);
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        var of = year ?? today.Year;
        if (QuotaIn(series, of, today) is not var (terms, until)) return Problems.Of(RecurrenceRules.RecurrenceNotFound);
        if (!terms.Rule.IsQuota) return Problems.Of(RecurrenceRules.NotAQuota);

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var records = (await connection.QueryAsync<(string Unit, DateOnly Day)>(
            "SELECT unit, day FROM quota_records WHERE street = @street AND series = @id", new { street, id = stream.Id }))
            .ToLookup(record => record.Unit, record => record.Day, StringComparer.Ordinal);
        var units = (await register.Units(street, http.RequestAborted)).Where(unit => terms.Asks(unit) && caller.ActsFor(unit.Code));
        var paces =
            from unit in units
            let first = unit.From > terms.From ? unit.From : terms.From
            let last = unit.Until < (until ?? DateOnly.MaxValue) ? unit.Until : until
            let periods = Pace.Of(terms.Rule, first, last, of, [.. records[unit.Code]], today)
            where periods.Count > 0
            select UnitPace.Of(unit.Code, unit.Name, periods);
        return TypedResults.Ok(new Pacing(code, terms.Title, of, today, [.. paces]));
    }

    /// <summary>What was in force last in the year, up to today; and until when it is asked.</summary>
    private static (RecurrenceTerms Terms, DateOnly? Until)? QuotaIn(Series series, int year, DateOnly today)
    {
        var day = new DateOnly(year, 12, 31) < today ? new DateOnly(year, 12, 31) : today;
        if (series.InForce(day)?.Schedule is RecurrenceTerms now) return (now, now.Until);
        if (series.LastSchedule is not RecurrenceTerms terms) return null;
        var stopped = series.Latest is { Schedule: null } stop ? stop.Effective.AddDays(-1) : terms.Until;
        return (terms, stopped < (terms.Until ?? DateOnly.MaxValue) ? stopped : terms.Until);
    }
}
