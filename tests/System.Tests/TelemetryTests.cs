using System.Diagnostics;
using Campaign.Testing;
using Campaign.Web;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Campaign.SystemTests;

/// <summary>What a collector hears of three services.</summary>
[Collection(nameof(OnePlatform))]
public sealed class TelemetryTests(Platform platform)
{
    private const string Api = $"/api/streets/{Platform.Street}";
    private const string DeadLetters = "/api/operations/tasks/dead-letters/tasks_error";

    private readonly OtlpReceiver collector = platform.Collector;

    [Fact]
    public async Task One_trace_runs_from_the_request_through_the_broker_into_the_score()
    {
        var (trace, caller) = (ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        using var inspector = platform.Inspections.Client(Role.Inspector, Platform.Street);
        inspector.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{caller}-01");

        await inspector.Inspect();

        // The start of the visit is told and kept as well; whichever of the two comes second may try twice.
        var ways = await Eventually.Becomes(
            () => Task.FromResult(collector.Spans.Values
                .Where(span => span.Trace == trace.ToString() && span.Name == "append"
                    && span.Tags["eventstore.aggregate"] == "ingested_facts")
                .Select(span => collector.UpFrom(span).Reverse().ToList()).Where(way => way[0].Parent == caller.ToString()).ToList()),
            ways => Beginnings(ways).Count == 2);
        Beginnings(ways).ShouldBe(
            ["POST /api/streets/{street}/inspections/", "POST /api/streets/{street}/inspections/{id:guid}/confirmation"],
            ignoreOrder: true);
        ways.ForEach(IsWhole);
    }

    [Fact]
    public async Task Looking_whether_there_is_anything_to_do_makes_no_spans()
    {
        using var statements = new StatementCount();
        // What was still on its way has arrived when the services have looked so often in vain.
        await statements.More(50);
        var before = collector.Spans.Keys.ToHashSet(StringComparer.Ordinal);

        await statements.More(150);

        var trace = ActivityTraceId.CreateRandom().ToString();
        using var office = platform.Tasks.Client(Role.StreetOffice, Platform.Street);
        office.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await office.GetAsync($"{Api}/units")).EnsureSuccessStatusCode();
        await Eventually.Holds(() => Task.FromResult(collector.Spans.Values.Any(span => span.Trace == trace)));
        collector.Spans.Values.Where(span => !before.Contains(span.Id) && span.Trace != trace).ShouldBeEmpty();
    }

    [Fact]
    public void Neither_does_asking_after_the_health() =>
        collector.Spans.Values.ShouldNotContain(
            span => span.Tags.GetValueOrDefault("url.path", "").StartsWith("/health", StringComparison.Ordinal));

    [Fact]
    public async Task A_line_is_exported_once_and_says_what_it_belongs_to()
    {
        var trace = ActivityTraceId.CreateRandom().ToString();
        using var administrator = platform.Tasks.Client(Role.SystemAdministrator, Platform.Street);
        administrator.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        administrator.DefaultRequestHeaders.Add("X-Correlation-Id", "errand-7");

        await administrator.Post($"{DeadLetters}/redrive", new { });
        (await administrator.GetAsync($"{DeadLetters}?body=true")).EnsureSuccessStatusCode();

        var lines = await Eventually.Becomes(
            () => Task.FromResult(collector.Lines.Where(line => line.Trace == trace).ToList()),
            lines => lines.Exists(line => line.Text.Contains("read the bodies", StringComparison.Ordinal)));
        var line = lines.Where(line => line.Text.Contains("redrove 0 dead letters from tasks_error", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        (line.Resource["service.name"], line.Tags["CorrelationId"], line.Tags["Queue"]).ShouldBe(("tasks", "errand-7", "tasks_error"));
        // The services of a test write warnings and worse.
        collector.Lines.ShouldAllBe(any => any.Level == "Warning" || any.Level == "Error" || any.Level == "Critical");
    }

    [Theory]
    [InlineData("eventstore.append.duration")]
    [InlineData("eventstore.decisions")]
    [InlineData("eventstore.subscription.lag")]
    [InlineData("campaign.dead_letters")]
    [InlineData("messaging.masstransit.consume")]
    [InlineData("http.server.request.duration")]
    [InlineData("http.client.request.duration")]
    [InlineData("db.client.operation.duration")]
    [InlineData("dotnet.gc.collections")]
    public async Task What_is_measured_is_exported_with_who_measured_it(string name)
    {
        var metric = await Eventually.Becomes(
            () => Task.FromResult(collector.Metrics.GetValueOrDefault(("tasks", name))), metric => metric is not null);
        metric!.Resource.ShouldContainKey("service.instance.id");
        metric.Resource.ShouldContainKey("service.version");
    }

    [Fact]
    public void The_message_library_reports_its_use_to_nobody() =>
        platform.Tasks.Get<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeFalse();

    private static List<string> Beginnings(IEnumerable<IReadOnlyList<Span>> ways) =>
        [.. ways.Select(way => way[0].Name).Distinct(StringComparer.Ordinal)];

    private static void IsWhole(IReadOnlyList<Span> way)
    {
        way.Select(span => span.Name)
            .ShouldContain(name => name.StartsWith("scoring", StringComparison.Ordinal), string.Join(" → ", way.Select(span => span.Name)));
        way.ShouldContain(span => span.Name == "publish");
    }
}
