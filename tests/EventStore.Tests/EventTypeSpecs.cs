using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class EventTypeSpecs : IAsyncLifetime
{
    private readonly StreamId<Case> stream = Cases.New();
    private Instance earlier = null!;

    public async ValueTask InitializeAsync() => earlier = await Instance.Start(types: new EventTypes().Add<CaseOpened>().Add<CaseMoved>());

    public ValueTask DisposeAsync() => earlier.DisposeAsync();

    [Fact]
    public async Task An_event_of_an_earlier_release_reaches_readers_in_its_newest_shape()
    {
        await earlier.Store.Append(stream, 0, new CaseMoved("南关街 3 号"));
        var types = new EventTypes().Add<CaseOpened>().Add<CaseMoved>().Add<CaseMovedV2>()
            .Upcast<CaseMoved, CaseMovedV2>(old => new(old.Place, Reason: ""));
        await using var later = await Instance.Start(database: earlier.Database, types: types);

        var moved = await later.Store.Load(new StreamId<Whereabouts>(stream.Tenant, stream.Id), CancellationToken.None);

        moved.State.Place.ShouldBe("南关街 3 号");
        (await later.Store.Read(stream, CancellationToken.None)).ShouldHaveSingleItem().Data.ShouldBe(new CaseMovedV2("南关街 3 号", ""));
    }

    [Fact]
    public async Task An_event_that_this_release_does_not_know_is_an_error_and_not_ignored()
    {
        await earlier.Store.Append(stream, 0, new CaseMoved("南关街 3 号"));
        await using var other = await Instance.Start(database: earlier.Database);

        await Should.ThrowAsync<UnknownEventTypeException>(other.Store.Case(stream));
        await Should.ThrowAsync<UnknownEventTypeException>(other.Store.Read(stream, CancellationToken.None));
    }

    [Fact]
    public async Task An_event_that_was_never_registered_is_not_stored()
        => await Should.ThrowAsync<UnknownEventTypeException>(earlier.Store.Append(stream, 0, new CaseClosed(CaseOutcome.Solved)));

    [Fact]
    public async Task Names_and_json_are_those_that_marten_would_write()
    {
        await earlier.Store.Append([stream.At(0, Cases.Opened)], new EventMetadata(User: "user-7"), CancellationToken.None);

        (await earlier.Scalar<string>("SELECT type || ' ' || mt_dotnet_type FROM mt_events"))
            .ShouldBe("case_opened Campaign.EventStore.Tests.CaseOpened, Campaign.EventStore.Tests");
        (await earlier.Scalar<string>("SELECT data::text FROM mt_events"))
            .ShouldBe("""{"at": "2024-09-02T08:30:00+08:00", "place": "金牛山路 12 号"}""");
        (await earlier.Scalar<string>("SELECT user_name FROM mt_events")).ShouldBe("user-7");
        (await earlier.Scalar<string>("SELECT type FROM mt_streams")).ShouldBe("case");
        (await earlier.Scalar<bool>("SELECT NOT is_archived AND version = 1 FROM mt_streams")).ShouldBeTrue();
        (await earlier.Scalar<bool>("SELECT correlation_id IS NULL AND NOT is_archived FROM mt_events")).ShouldBeTrue();
    }
}

public sealed record CaseMoved(string Place);

public sealed record CaseMovedV2(string Place, string Reason);

public sealed record Whereabouts(string Place) : IAggregate<Whereabouts>
{
    public static Whereabouts Initial { get; } = new("");

    public Whereabouts Evolve(object @event) => @event is CaseMovedV2 moved ? new(moved.Place) : this;
}
