using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Recurrences;

/// <param name="StoppedOn">First day without it.</param>
internal sealed record SeriesList(string Code, long Version, string Title, DateOnly From, DateOnly? Until, DateOnly? StoppedOn);

/// <param name="Terms">As last arranged.</param>
/// <param name="Progress">Number of its assignments by status.</param>
internal sealed record SeriesView<T>(
    string Code, long Version, T Terms, IReadOnlyList<ArrangementView> Arrangements, IReadOnlyDictionary<AssignmentStatus, int> Progress);

internal sealed record ArrangementView(int Revision, DateOnly Effective, bool Stopped, DateTimeOffset At);

/// <param name="Missed">From then on it cannot be made good.</param>
/// <param name="CalendarNote">In a year without a holiday table: what is to be said of the day.</param>
internal sealed record OccurrencePreview(
    string Slot, string Label, DateTimeOffset Start, DateTimeOffset Due, DateTimeOffset Missed, int Revision,
    string? CalendarNote = null);

/// <summary>Recurrences and rosters are looked at in the same way.</summary>
internal static class SeriesQueries
{
    private const int DaysShown = 31;
    private const int MaxDays = 366;

    public static void Map<T>(RouteGroupBuilder group, AssignmentKind kind, Refusal notFound) where T : ISchedule
    {
        group.MapGet("/", List(kind)).Allow(Audience.Everybody).WithName($"List{kind}Series")
            .WithSummary("一览").Produces<Page<SeriesList>>();
        group.MapGet("/{code}", One<T>(kind, notFound)).Allow(Audience.Everybody).WithName($"Get{kind}Series")
            .WithSummary("一项").Produces<SeriesView<T>>().WithETag();
        group.MapGet("/{code}/occurrences", Preview(kind, notFound)).Allow(Audience.Everybody).WithName($"Preview{kind}Occurrences")
            .WithSummary("各期时间")
            .Produces<IReadOnlyList<OccurrencePreview>>();
    }

    private static Delegate List(AssignmentKind kind) =>
        async (string street, [AsParameters] Cursor<string> cursor, NpgsqlDataSource database, HttpContext http) =>
        {
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            var rows = await connection.QueryAsync<SeriesList>(
                """
                SELECT code AS Code, version AS Version, title AS Title, first_day AS From, last_day AS Until, stopped_on AS StoppedOn
                FROM series WHERE street = @street AND kind = @kind AND code > @after ORDER BY code LIMIT @take
                """,
                new { street, kind = kind.ToString(), after = cursor.After ?? "", take = cursor.Take });
            return cursor.Page(http, rows, row => row.Code);
        };

    private static Delegate One<T>(AssignmentKind kind, Refusal notFound) where T : ISchedule =>
        async (string street, string code, IEventStore store, NpgsqlDataSource database, HttpContext http) =>
        {
            var stream = Series.Stream(street, kind, code);
            var (series, version) = await store.Load<Series>(stream, http.RequestAborted);
            if (series.LastSchedule is not T terms) return Problems.Of(notFound);
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            var progress = await connection.QueryAsync<(AssignmentStatus Status, int Count)>(
                """
                SELECT status, count(*)::int FROM occurrences JOIN assignments USING (street, id)
                WHERE street = @street AND series = @id GROUP BY status ORDER BY status
                """,
                new { street, id = stream.Id });
            ETags.Write(http, version);
            return TypedResults.Ok(new SeriesView<T>(
                code, version, terms,
                [.. series.Arrangements.Select(e => new ArrangementView(e.Revision, e.Effective, e.Schedule is null, e.At))],
                progress.ToDictionary(p => p.Status, p => p.Count)));
        };

    /// <summary>Computed from the rule and the calendar; units join and leave, slots do not.</summary>
    private static Delegate Preview(AssignmentKind kind, Refusal notFound) =>
        async (string street, string code, DateOnly? from, DateOnly? to, IEventStore store, WorkCalendars calendars, TimeProvider clock,
            HttpContext http) =>
        {
            var (series, _) = await store.Load(Series.Stream(street, kind, code), http.RequestAborted);
            if (!series.Exists) return Problems.Of(notFound);
            var first = from ?? ChinaTime.DateOf(clock.GetUtcNow());
            var last = to ?? first.AddDays(DaysShown);
            if (!ScheduleRules.IsUsable(first) || !ScheduleRules.IsUsable(last)) return Problems.Of(RecurrenceRules.DateOutOfRange);
            if (last.DayNumber - first.DayNumber > MaxDays) return Problems.Of(RecurrenceRules.SpanTooLong);
            var calendar = await calendars.Current(http.RequestAborted);
            return TypedResults.Ok<IReadOnlyList<OccurrencePreview>>(
            [
                .. from due in series.Slots(first, last.AddDays(1), calendar)
                   let slot = due.Slot
                   orderby slot.Start
                   select new OccurrencePreview(
                       slot.Name, slot.Label, slot.Start, slot.Due, slot.Missed(due.Arrangement.Schedule!.GraceDays),
                       due.Arrangement.Revision, CalendarGap.Note(calendar, slot.Start, slot.Due)),
            ]);
        };
}
