using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Recurrences;

/// <summary>
/// Brings the assignments of every recurrence and roster to what it asks for: makes those that are missing, withdraws those that have
/// not begun and are asked for no more. Any number of instances may do so at once, and stop anywhere: ids are derived, a stream begins
/// once, and what is left over the next sweep finds.
/// </summary>
internal sealed class OccurrenceSync(
    IEventStore store, NpgsqlDataSource database, OrganisationLookup register, WorkCalendars calendars, TimeProvider clock,
    ILogger<OccurrenceSync> log)
    : PeriodicSweep(clock, log, Interval, atOnce: true)
{
    /// <summary>Most assignments made for one recurrence in one sweep.</summary>
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private sealed record Due(string Street, Guid Id, DateTimeOffset? SweptAt);

    private sealed record Existing(Guid Id, DateTimeOffset StartAt, DateTimeOffset DueAt, string Unit, bool WithUnit);

    public override async Task Sweep(CancellationToken cancellation)
    {
        var now = Now;
        var calendar = await calendars.Current(cancellation);
        foreach (var street in (await Current(now, cancellation)).GroupBy(due => due.Street, StringComparer.Ordinal))
        {
            var units = await register.Units(street.Key, cancellation);
            var guarantors = await register.GuarantorsOn(street.Key, ChinaTime.DateOf(now), cancellation);
            foreach (var due in street)
            {
                try
                {
                    await Bring(due, units, guarantors, calendar, now, cancellation);
                }
                catch (Exception failure) when (!cancellation.IsCancellationRequested)
                {
                    Log.LogWarning(failure, "Recurrence {Series} of {Street} was left for the next sweep", due.Id, due.Street);
                }
            }
        }
    }

    private async Task Bring(
        Due due, IReadOnlyList<UnitRow> units, Guarantors guarantors, WorkCalendar calendar, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var (series, _) = await store.Load(Series.Stream(due.Street, due.Id), cancellation);
        var since = ExpectedOccurrences.Since(due.SweptAt, now);
        var demanded = ExpectedOccurrences.Of(due.Id, series, units, calendar, since, now, guarantors);
        var existing = await ExistingOf(due, since, cancellation);

        await Withdraw(due.Street, existing, demanded, units, now, cancellation);
        var known = existing.Select(row => row.Id).ToHashSet();
        var missing = demanded.Where(d => !known.Contains(d.Id)).ToList();
        foreach (var (id, issued) in missing.Take(MostAtOnce)) await Create(Assignment.Stream(due.Street, id), issued, cancellation);
        if (missing.Count <= MostAtOnce) await SweptNow(due, now, cancellation);
    }

    private async Task Create(StreamId<Assignment> stream, AssignmentIssued issued, CancellationToken cancellation)
    {
        try
        {
            await store.Append([StreamAppend.To(stream, 0, [NewEvent.Of(issued)])], EventMetadata.None, cancellation);
        }
        catch (StreamVersionConflictException)
        {
            // Another instance was faster.
        }
    }

    private async Task Withdraw(
        string street, IReadOnlyList<Existing> existing, IReadOnlyList<ExpectedOccurrence> demanded, IReadOnlyList<UnitRow> units,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var asked = demanded.Select(d => d.Id).ToHashSet();
        var gone = units.Where(unit => unit.Until < ChinaTime.DateOf(now)).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var beyond = ChinaTime.StartOf(ExpectedOccurrences.Ends(now));
        var stale = existing.Where(row => row.WithUnit && row.DueAt > now && !asked.Contains(row.Id)
            && (row.StartAt > now ? row.StartAt < beyond : gone.Contains(row.Unit)));
        foreach (var row in stale)
        {
            await store.Transact(
                Assignment.Stream(street, row.Id), new WithdrawOccurrence(now).Decide, TransactOptions.None, cancellation);
        }
    }

    /// <summary>All that may ask for something; what ended longer ago than is made up for does not.</summary>
    private async Task<IEnumerable<Due>> Current(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync<Due>(new CommandDefinition(
            """
            SELECT street AS Street, id AS Id, swept_at AS SweptAt
            FROM series LEFT JOIN series_sweeps USING (street, id)
            WHERE dated AND coalesce(least(last_day, stopped_on), 'infinity') >= @oldest ORDER BY street, id
            """,
            new { oldest = ChinaTime.DateOf(now).AddDays(-ExpectedOccurrences.CatchUp - 1) }, cancellationToken: cancellation));
    }

    private async Task<List<Existing>> ExistingOf(Due due, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Existing>(new CommandDefinition(
            """
            SELECT id AS Id, start_at AS StartAt, due_at AS DueAt, unit AS Unit,
                status IN ('Issued', 'Acknowledged', 'Returned') AS WithUnit
            FROM occurrences JOIN assignments USING (street, id) WHERE street = @Street AND series = @Id AND due_at > @since
            """,
            new { due.Street, due.Id, since }, cancellationToken: cancellation));
        return rows.AsList();
    }

    private async Task SweptNow(Due due, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO series_sweeps (street, id, swept_at) VALUES (@Street, @Id, @now)
            ON CONFLICT (street, id) DO UPDATE SET swept_at = greatest(series_sweeps.swept_at, excluded.swept_at)
            """,
            new { due.Street, due.Id, now }, cancellationToken: cancellation));
    }
}
