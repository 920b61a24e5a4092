using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>One decision over several streams.</summary>
public sealed class TransactSeveralSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);
    private static readonly Refusal Refused = new("docket-full", "案卷已满");
    private readonly StreamId<Case> stream = Cases.New();
    private readonly StreamId<Docket> docket = Cases.NewDocket();
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync() => service = await Instance.Start(store => store
        .AddReadModel(GetType().Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Streams_of_several_types_and_rows_are_committed_together()
    {
        var third = Cases.New();

        var done = await Transact(async (opened, streams) => JointDecision
            .Of(opened.Gets(Cases.Opened, Cases.Note("一")), (await streams.Load(docket)).Gets(Cases.Note()),
                StreamChange.New(third, Cases.Opened))
            .Along(Letter()).CausedBy("sync/1"));

        (done.Version, done.State.Text, done.Events.Count).ShouldBe((2, "一", 2));
        done.State.ShouldBe((await Store.Case(stream)).State);
        (await Store.Load(docket, CancellationToken.None)).ShouldBe(new(new(1), 1));
        (await Store.Case(third)).Version.ShouldBe(1);
        (await Letters()).ShouldBe(1);
        (await service.Scalar<int>("SELECT notes FROM case_board WHERE id = $1", stream.Id)).ShouldBe(1);
        (await service.Scalar<long>("SELECT count(*) FROM mt_events WHERE causation_id = 'sync/1'")).ShouldBe(4);
    }

    [Fact]
    public async Task Any_number_of_streams_of_one_type_are_decided_on_together()
    {
        var all = Enumerable.Range(0, 5).Select(_ => Cases.New()).ToList();
        await Store.Append(all[0], 0, Cases.Opened);

        var decided = await Store.Transact<Case>(
            async streams =>
            {
                var loaded = new List<StreamRef<Case>>();
                foreach (var id in all) loaded.Add(await streams.Load(id));
                return JointDecision.Of(loaded.Where(one => !one.State.IsOpen).Select(one => one.Gets(Cases.Opened)));
            },
            TransactOptions.None, CancellationToken.None);

        decided.Changes.Select(change => change.Stream).ShouldBe(all.Skip(1).Select(id => (StreamId)id));
        foreach (var id in all) (await Store.Case(id)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_in_one_stream_or_row_leaves_none()
    {
        var broken = new SqlBatch();
        broken.Add("INSERT INTO letters (event_id) VALUES (NULL)");

        await Should.ThrowAsync<Npgsql.PostgresException>(Transact(Both(broken)));

        (await Versions()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_refusal_or_nothing_writes_nothing()
    {
        (await Transact((_, _) => Task.FromResult<JointDecision>(Refused))).Refusal.ShouldBe(Refused);
        (await Transact((_, _) => Task.FromResult(JointDecision.Nothing.Along(Letter())))).Refusal.ShouldBeNull();

        (await Versions()).ShouldBe((0, 0));
        (await Letters()).ShouldBe(0);
    }

    [Fact]
    public async Task A_clash_on_any_stream_loads_and_decides_all_anew()
    {
        var decisions = 0;

        var done = await Transact(
            async (opened, streams) =>
            {
                var entered = await streams.Load(docket);
                if (decisions++ == 0) await Store.Append([Entry(docket, 0)], EventMetadata.None, CancellationToken.None);
                return JointDecision.Of(opened.Gets(Cases.Note($"{entered.State.Entries}")), entered.Gets(Cases.Note()));
            },
            TransactOptions.None with { ExpectedVersion = 0 });

        (decisions, done.State.Text).ShouldBe((2, "1"));
        (await Versions()).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_clash_on_the_stream_whose_version_was_named_is_the_callers()
    {
        var decisions = 0;
        Task<AppendResult<Case>> At(long version) => Transact(
            async (opened, streams) =>
            {
                if (decisions++ == 0) await Store.Append(stream, 0, Cases.Opened);
                return JointDecision.Of(opened.Gets(Cases.Note()), (await streams.Load(docket)).Gets(Cases.Note()));
            },
            TransactOptions.None with { ExpectedVersion = version });

        await Should.ThrowAsync<StreamVersionConflictException>(At(0));
        await Should.ThrowAsync<StreamVersionConflictException>(At(7));

        decisions.ShouldBe(1);
        (await Versions()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_stream_that_was_not_loaded_must_be_at_the_version_it_is_said_to_have()
    {
        await Store.Append([Entry(docket, 0)], EventMetadata.None, CancellationToken.None);
        var said = 0L;

        await Transact(
            (opened, _) =>
                Task.FromResult(JointDecision.Of(opened.Gets(Cases.Opened), StreamChange.To(docket, said++, Cases.Note()))));

        said.ShouldBe(2);
        (await Versions()).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Callers_who_take_the_same_streams_in_opposite_order_all_get_through()
    {
        Task<AppendResult<Case>> Move(StreamId<Case> from, StreamId<Case> to) => Store.Transact(
            from, async (one, streams) => JointDecision.Of(one.Gets(Cases.Note()), (await streams.Load(to)).Gets(Cases.Note())),
            TransactOptions.None, CancellationToken.None);

        var other = Cases.New();

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? Move(stream, other) : Move(other, stream))).WaitAsync(Guard);

        ((await Store.Case(stream)).Version, (await Store.Case(other)).Version).ShouldBe((24, 24));
    }

    [Fact]
    public async Task Many_callers_at_one_stream_all_get_through()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Transact(Both()))).WaitAsync(Guard);

        (await Versions()).ShouldBe((64, 64));
    }

    [Fact]
    public async Task What_goes_with_a_decision_may_commit_it()
    {
        var given = "";
        Commit commit = async (appends, metadata, stop, rows) =>
        {
            given = $"{appends.Count}";
            await Store.Append(appends, metadata, stop, rows);
        };

        await Transact(Both(), TransactOptions.None with { Commit = commit });

        given.ShouldBe("2");
        (await Versions()).ShouldBe((1, 1));
    }

    private Func<StreamRef<Case>, StreamLoader, Task<JointDecision>> Both(SqlBatch? rows = null) => async (one, streams) =>
    {
        var decision = JointDecision.Of(one.Gets(Cases.Note()), (await streams.Load(docket)).Gets(Cases.Note()));
        return rows is null ? decision : decision.Along(rows);
    };

    private Task<AppendResult<Case>> Transact(
        Func<StreamRef<Case>, StreamLoader, Task<JointDecision>> decide, TransactOptions? options = null)
        => Store.Transact(stream, decide, options ?? TransactOptions.None, CancellationToken.None);

    private async Task<(long Stream, long Docket)> Versions()
        => ((await Store.Case(stream)).Version, (await Store.Load(docket, CancellationToken.None)).Version);

    private Task<long> Letters() => service.Scalar<long>("SELECT count(*) FROM letters");

    private static StreamAppend Entry(StreamId<Docket> docket, long version) =>
        StreamAppend.To(docket, version, [NewEvent.Of(Cases.Note())]);

    private static SqlBatch Letter()
    {
        var rows = new SqlBatch();
        rows.Add("INSERT INTO letters (event_id) VALUES ($1)", Guid.CreateVersion7());
        return rows;
    }
}
