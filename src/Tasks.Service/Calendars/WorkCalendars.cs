using System.Text.Json;
using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Calendars;

/// <summary>The calendar of the district, as decisions count by it and as explanations look back on it.</summary>
internal sealed class WorkCalendars(NpgsqlDataSource database, IEventStore store)
{
    /// <summary>As it stands: what was shipped, and for each year what the district made of it.</summary>
    public async Task<WorkCalendar> Current(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var edited = await connection.QueryAsync<(long Version, string Document)>(new CommandDefinition(
            "SELECT version, document::text FROM calendars", cancellationToken: cancellation));
        var tables = ShippedCalendars.All.ToDictionary(shipped => shipped.Key, shipped => (Table: shipped.Value, Version: 0L));
        foreach (var (version, document) in edited)
        {
            var table = CalendarProjection.Read(document);
            tables[table.Year] = (table, version);
        }
        return new WorkCalendar(tables.Values);
    }

    /// <summary>As it stood when something was counted by these editions.</summary>
    public async Task<WorkCalendar> As(IEnumerable<Edition> editions, CancellationToken cancellation)
    {
        var tables = new List<(CalendarYear, long)>();
        foreach (var (year, version) in editions.Distinct())
        {
            if (version == 0)
            {
                if (ShippedCalendars.All.TryGetValue(year, out var shipped)) tables.Add((shipped, 0));
                continue;
            }
            var (history, _) = await store.Load(CalendarHistory.Stream(year), cancellation);
            tables.Add((history.Editions[(int)version - 1], version));
        }
        return new WorkCalendar(tables);
    }
}

/// <summary>The table in force of every year that the district has arranged itself.</summary>
internal sealed class CalendarProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not CalendarArranged e) return;
        sql.Add(
            """
            INSERT INTO calendars (year, version, document) VALUES ($1, $2, $3::jsonb)
            ON CONFLICT (year) DO UPDATE SET version = excluded.version, document = excluded.document
            """,
            e.Table.Year, @event.Version, JsonSerializer.Serialize(e.Table.ToCalendarYear(), JsonSerializerOptions.Web));
    }

    public static CalendarYear Read(string document) => JsonSerializer.Deserialize<CalendarYear>(document, JsonSerializerOptions.Web)!;
}
