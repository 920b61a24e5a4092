using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class SpanSpecs
{
    private readonly ConcurrentQueue<Activity> ended = new();

    [Fact]
    public async Task Neither_the_statements_of_a_batch_nor_a_poll_are_in_a_span_and_a_query_that_is_part_of_something_is()
    {
        await using var service = await Instance.Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or EventStoreTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        using (var caller = new Activity("caller").Start())
        {
            await service.Store.Append(Cases.New(), 0, Cases.Opened);
            ended.ShouldContain(span => span.OperationName == "append" && span.TraceId == caller.TraceId);
        }
        await using (var dedicated = await service.Services.GetRequiredService<DedicatedConnections>().Open(default))
            await SqlBatch.Execute([new("SELECT 1 AS page_of_this_test", [])], dedicated, default);
        await service.Scalar<int>("SELECT 1 AS poll_of_this_test");
        using (new Activity("asks").Start()) await service.Scalar<int>("SELECT 1 AS query_of_this_test");

        var texts = ended.Where(span => IsOf(service, span)).SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}").ToList();
        texts.ShouldContain(text => text.Contains("query_of_this_test"));
        texts.ShouldNotContain(
            text => text.Contains("mt_quick_append_events") || text.Contains("page_of_this_test") || text.Contains("poll_of_this_test"));
    }

    private static bool IsOf(Instance service, Activity span) =>
        span.TagObjects.Any(tag => $"{tag.Value}" == new NpgsqlConnectionStringBuilder(service.Database).Database);
}
