using Campaign.EventStore;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests.Offline;

public enum Cut { BeforeCommit, AfterCommit }

/// <summary>A store that fails, or whose caller hangs up, at the n-th intent from now.</summary>
internal sealed class FailingStore(IEventStore inner, FailingStore.Failure failure) : IEventStore
{
    public static ServiceHost<Program> Start(InspectionsFixture fixture, out Failure failure)
    {
        var fails = failure = new Failure();
        return fixture.Surroundings.Start<Program>(
            "inspections", services => services.PutBetween((_, real) => new FailingStore(real, fails)));
    }

    public Task<StreamState<T>> Load<T>(StreamId<T> stream, CancellationToken cancellation) where T : class, IAggregate<T> =>
        inner.Load(stream, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation) => inner.Read(stream, cancellation);

    public async Task Append(
        IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
    {
        var now = appends.Any(append => append.Aggregate == "device") && failure.IsNow();
        if (now && failure.Cut is Cut.BeforeCommit) throw new InvalidDataException("Cut before the commit.");
        await inner.Append(appends, metadata, cancellation, alongside);
        if (!now) return;
        if (failure.HangUp is null) throw new InvalidDataException("Cut after the commit.");
        // The server knows of it when this returns. What others wait for as well is committed by a token of its own, not the request's.
        await failure.HangUp.CancelAsync();
    }

    internal sealed class Failure
    {
        private int left;

        public Cut Cut { get; private set; }

        public CancellationTokenSource? HangUp { get; private set; }

        public void Next(Cut cut, int at) => (Cut, HangUp, left) = (cut, null, at);

        public void Next(CancellationTokenSource hangUp, int at) => (Cut, HangUp, left) = (Cut.AfterCommit, hangUp, at);

        public bool IsNow() => Interlocked.Decrement(ref left) == 0;
    }
}
