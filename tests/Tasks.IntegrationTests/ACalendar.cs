using System.Globalization;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Days from today in Shanghai, and the background work of a service at a time of the test's choosing.</summary>
internal sealed class ACalendar(TimeProvider clock)
{
    public static DateOnly Today { get; } = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

    public static string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Noon of a day.</summary>
    public static ACalendar Noon(int fromToday) =>
        new(new Stopped(ChinaTime.StartOf(Today.AddDays(fromToday)).AddHours(12).ToUniversalTime()));

    public Task Materialize(ServiceHost<Program> host)
    {
        var (store, database, register) = (host.Get<IEventStore>(), host.Get<NpgsqlDataSource>(), host.Get<OrganisationLookup>());
        return new OccurrenceSync(store, database, register, host.Get<WorkCalendars>(), clock, NullLogger<OccurrenceSync>.Instance)
            .Sweep(CancellationToken.None);
    }

    public async Task Look(ServiceHost<Program> host)
    {
        var (kinds, store, database) = (host.Get<AssignmentKinds>(), host.Get<IEventStore>(), host.Get<NpgsqlDataSource>());
        await new OverdueWatch(kinds, store, database, clock, NullLogger<OverdueWatch>.Instance).Sweep(CancellationToken.None);
        await new MissedWatch(kinds, store, database, clock, NullLogger<MissedWatch>.Instance).Sweep(CancellationToken.None);
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
