using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.Reference;
using Npgsql;

namespace Campaign.Inspections.Offline;

/// <summary>A conflict with both versions of the thing.</summary>
/// <param name="Version">Of the conflict itself; its ETag.</param>
/// <param name="BaseVersion">Of the thing: what the device had seen.</param>
/// <param name="Theirs">What others did since, as people read it.</param>
/// <param name="Mine">What the device sent, in order; the first is in conflict, the others wait behind it.</param>
internal sealed record ConflictView(
    Guid Id, long Version, Guid Target, string? CaseNumber, string ClientId, string Account, long BaseVersion, DateTimeOffset RaisedAt,
    ConflictState State, ConflictChoice? Take, string? Reason, IReadOnlyList<HistoryLine> Theirs, IReadOnlyList<MineView> Mine);

/// <param name="Applied">Whether it was done in the end; absent while the conflict is open.</param>
internal sealed record MineView(Guid Id, long Sequence, string Kind, DateTimeOffset At, JsonElement? Body, bool? Applied);

internal sealed class ConflictViews(IEventStore store, EventTypes types, NpgsqlDataSource database, Categories categories)
{
    public async Task<ConflictView?> Find(string street, Guid id, CancellationToken cancellation)
    {
        var (conflict, version) = await store.Load<SyncConflict>(new(street, id), cancellation);
        if (conflict.State is ConflictState.None) return null;

        var history = await store.Read(new(street, conflict.Target), cancellation);
        var theirs = Device.Unseen(conflict.Device, conflict.BaseVersion, history).ToList();
        return new(
            id, version, conflict.Target, history.Select(e => e.Data).OfType<FindingRecorded>().FirstOrDefault()?.CaseNumber,
            conflict.Client, conflict.Account, conflict.BaseVersion, conflict.RaisedAt, conflict.State,
            conflict.Resolution?.Take, conflict.Resolution?.Reason, await Told(street, theirs, cancellation),
            [.. conflict.Waiting.Select(
                w => new MineView(w.Id, w.Sequence, w.Kind, w.At, w.Json, conflict.Resolution?.Applied.Contains(w.Id)))]);
    }

    private async Task<IReadOnlyList<HistoryLine>> Told(string street, IReadOnlyList<RecordedEvent> events, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var names = await LedgerNames.Load(street, connection, categories, cancellation);
        var numbers = await LedgerTable.Numbers(connection, street, events.SelectMany(e => FindingHistory.Others(e.Data)), cancellation);
        var story = new FindingHistory(names, numbers);
        return [.. events.Select(e => story.Line(e, types.NameOf(e.Data.GetType()))).Select(Inspected)];
    }

    private static HistoryLine Inspected(HistoryLine line) =>
        line.Data is IInspectionEvent happened ? line with { Text = InspectionHistory.Tell(happened) } : line;
}
