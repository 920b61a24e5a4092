using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Offline;

/// <summary>A conflict with both versions of the thing.</summary>
/// <param name="Version">Of the conflict itself; its ETag.</param>
/// <param name="BaseVersion">Of the thing: what the device had seen.</param>
/// <param name="Theirs">What others did since, as people read it.</param>
/// <param name="Mine">What the device sent, in order; the first is in conflict, the others wait behind it.</param>
internal sealed record ConflictView(
    Guid Id, long Version, Guid Target, string? CaseNumber, string ClientId, string Account, long BaseVersion, DateTimeOffset RaisedAt,
    ConflictState State, ConflictChoice? Take, string? Reason, IReadOnlyList<Change> Theirs, IReadOnlyList<MineView> Mine);

/// <param name="By">Id of the account; absent for what the system or another service did.</param>
internal sealed record Change(long Version, string Event, string What, DateTimeOffset RecordedAt, string? By);

/// <param name="Applied">Whether it was done in the end; absent while the conflict is open.</param>
internal sealed record MineView(Guid Id, long Sequence, string Kind, DateTimeOffset At, JsonElement? Body, bool? Applied);

internal sealed class ConflictViews(IEventStore store, EventTypes types)
{
    public async Task<ConflictView?> Find(string street, Guid id, CancellationToken cancellation)
    {
        var (conflict, version) = await store.Load<SyncConflict>(new(street, id), cancellation);
        if (conflict.State is ConflictState.None) return null;

        var history = await store.Read(new(street, conflict.Target), cancellation);
        var theirs = Device.Unseen(conflict.Device, conflict.BaseVersion, history);
        return new(
            id, version, conflict.Target, history.Select(e => e.Data).OfType<FindingRecorded>().FirstOrDefault()?.CaseNumber,
            conflict.Client, conflict.Account, conflict.BaseVersion, conflict.RaisedAt, conflict.State,
            conflict.Resolution?.Take, conflict.Resolution?.Reason,
            [.. theirs.Select(e => new Change(e.Version, types.NameOf(e.Data.GetType()), InWords.Of(e.Data), e.RecordedAt, e.Metadata.User))],
            [.. conflict.Waiting.Select(w => new MineView(w.Id, w.Sequence, w.Kind, w.At, w.Json, conflict.Resolution?.Applied.Contains(w.Id)))]);
    }
}
