using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.EventStore.Bench;

/// <summary>How fast a new subscription with a handler that does nothing goes through a large store.</summary>
internal static class CatchUpBench
{
    private const int Events = 300_000;

    public static async Task Run(BenchDatabase database, Report report)
    {
        await FillStore(database);
        var floor = await PlainSelect(database);

        using var host = await database.Start(store => store.AddSubscription<Nothing>());
        var nothing = host.Services.GetRequiredService<Nothing>();
        var (started, count) = await nothing.First.Task;
        var ended = await nothing.Last.Task;
        await host.StopAsync();
        var rate = (Events - count) / Stopwatch.GetElapsedTime(started, ended).TotalSeconds;
        report.Add(new("subscription catch-up", rate / 1000, "k/s", 80));
        report.Add(new(
            "subscription catch-up beside a select", rate / 1000, "k/s", Goal: null, floor / 1000, "select of all rows, one connection"));
    }

    private static async Task FillStore(BenchDatabase database)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Recorded.Sample, System.Text.Json.JsonSerializerOptions.Web);
        await database.Execute($"""
            TRUNCATE public.mt_events, public.mt_streams, public.mt_event_progression;
            ALTER SEQUENCE public.mt_events_sequence RESTART;
            INSERT INTO public.mt_streams (tenant_id, id, type, version)
            SELECT '211203001', md5(i::text)::uuid, 'finding', 1 FROM generate_series(1, {Events}) i;
            INSERT INTO public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            SELECT nextval('public.mt_events_sequence'), gen_random_uuid(), md5(i::text)::uuid, 1, '{json}', 'recorded', now(), '211203001'
            FROM generate_series(1, {Events}) i;
            """);
        await database.Execute("VACUUM ANALYZE public.mt_events");
    }

    private static async Task<double> PlainSelect(BenchDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Settings.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT seq_id, id, stream_id, version, data, type, timestamp, tenant_id FROM public.mt_events ORDER BY seq_id");
        var started = Stopwatch.GetTimestamp();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = reader.GetFieldValue<byte[]>(4);
        }

        return Events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private sealed class Nothing : ISubscription
    {
        private int seen;

        public string Name => "Nothing";

        public TaskCompletionSource<(long At, int Count)> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<long> Last { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Handle(SubscriptionPage page, CancellationToken cancellation)
        {
            seen += page.Events.Count;
            First.TrySetResult((Stopwatch.GetTimestamp(), seen));
            if (seen == Events) Last.SetResult(Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        }
    }
}
