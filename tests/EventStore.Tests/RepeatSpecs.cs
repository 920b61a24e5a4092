using System.Diagnostics.Metrics;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>The same request or message again, and what is counted of decisions.</summary>
public sealed class RepeatSpecs : IAsyncLifetime
{
    private static readonly Refusal IsOpen = new("case-open", "问题已在办理");
    private readonly StreamId<Case> stream = Cases.New();
    private readonly StreamId<Docket> docket = Cases.NewDocket();
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync() => service = await Instance.Start();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task The_same_cause_appends_once_to_every_stream_and_finds_what_is_there()
    {
        var options = TransactOptions.None with { CausationId = Guid.CreateVersion7() };
        await Note(options);

        var repeat = await Note(options);

        (repeat.Version, repeat.Events.Count).ShouldBe((1, 0));
        (await Versions()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_repeat_is_not_refused_for_what_came_of_it_the_first_time()
    {
        var options = TransactOptions.None with { CausationId = Guid.CreateVersion7(), ExpectedVersion = 0 };
        await Open(options);

        (await Open(options)).ShouldBe(new((await Store.Case(stream)).State, 1, [], null));
        (await Open(options with { ExpectedVersion = null })).Refusal.ShouldBeNull();
        (await Versions()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Another_request_is_refused_or_told_that_its_version_is_stale()
    {
        await Open(TransactOptions.None with { CausationId = Guid.CreateVersion7() });
        var another = TransactOptions.None with { CausationId = Guid.CreateVersion7() };

        (await Open(another)).Refusal.ShouldBe(IsOpen);
        await Should.ThrowAsync<StreamVersionConflictException>(Open(another with { ExpectedVersion = 0 }));
        (await Versions()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Decisions_are_counted_by_aggregate_and_outcome()
    {
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == EventStoreTelemetry.Name && instrument.Name == "eventstore.decisions")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            // Others run beside this test.
            if (tags[0].Value is "metered") lock (counted) counted.Add($"{tags[1].Value}");
        });
        listener.Start();
        Task Decide(JointDecision decision) =>
            Store.Transact(NewMetered(), (_, _) => Task.FromResult(decision), TransactOptions.None, CancellationToken.None);

        await Decide(
            JointDecision.Of(StreamChange.New(NewMetered(), Cases.Note()), StreamChange.New(Cases.New(), Cases.Note())));
        await Decide(JointDecision.Nothing);
        await Decide(IsOpen);

        counted.ShouldBe(["appended", "unchanged", "case-open"]);

        static StreamId<Metered> NewMetered() => new(Cases.Street, Guid.CreateVersion7());
    }

    private Task<AppendResult<Case>> Note(TransactOptions options) => Store.Transact(
        stream, async (one, streams) => JointDecision.Of(one.Gets(Cases.Note()), (await streams.Load(docket)).Gets(Cases.Note())),
        options, CancellationToken.None);

    private Task<AppendResult<Case>> Open(TransactOptions options) => Store.Transact(
        stream,
        async (one, streams) => one.State.IsOpen
            ? IsOpen
            : JointDecision.Of(one.Gets(Cases.Opened), (await streams.Load(docket)).Gets(Cases.Note())),
        options, CancellationToken.None);

    private async Task<(long Stream, long Docket)> Versions()
        => ((await Store.Case(stream)).Version, (await Store.Load(docket, CancellationToken.None)).Version);

    private sealed record Metered : IAggregate<Metered>
    {
        public static Metered Initial { get; } = new();

        public Metered Evolve(object @event) => this;
    }
}
