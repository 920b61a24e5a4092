using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>离线同步: what was done without reception, in the order in which it was done.</summary>
internal static class SyncEndpoints
{
    public static readonly Role[] Allowed = [Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator];

    public static void Map(RouteGroupBuilder sync)
    {
        sync.MapPost("/", Take).Allow(Allowed).WithSummary("报送离线操作").Produces<SyncResult>();
        sync.MapGet("/devices/{clientId}", State).Allow(Allowed).WithSummary("设备的同步进度（本账号）").Produces<DeviceState>();
    }

    private static async Task<IResult> Take(
        string street, SyncBatch body, Caller caller, Commands commands, IntentHandler handler, IntentJournal journal, ConflictViews views)
    {
        var sender = new Sender(Device.Stream(street, caller.Id, body.ClientId), body.ClientId, caller, commands.Metadata, commands.Now);
        var answers = new Dictionary<Intent, IntentAnswer>(ReferenceEqualityComparer.Instance);
        foreach (var intent in body.Intents.OrderBy(intent => intent.Sequence))
        {
            var answer = await handler.Handle(sender, intent, commands.Cancellation);
            answers[intent] = answer is { Outcome: IntentOutcome.Conflict, ConflictId: { } conflict }
                ? answer with { Conflict = await views.Find(street, conflict, commands.Cancellation) }
                : answer;
        }
        var last = await journal.Last(sender.Device, commands.Cancellation);
        return TypedResults.Ok(new SyncResult(body.ClientId, last, [.. body.Intents.Select(intent => answers[intent])]));
    }

    private static async Task<IResult> State(
        string street, string clientId, Caller caller, IntentJournal journal, CancellationToken cancellation)
    {
        var device = Device.Stream(street, caller.Id, clientId);
        return TypedResults.Ok(new DeviceState(
            clientId, await journal.Last(device, cancellation), await journal.OpenConflicts(device, cancellation)));
    }
}

/// <param name="LastSequence">Taken up to here; the phone goes on with the next.</param>
/// <param name="Answers">One for each intent, in the order sent.</param>
internal sealed record SyncResult(string ClientId, long LastSequence, IReadOnlyList<IntentAnswer> Answers);

/// <param name="LastSequence">0: nothing was ever taken from it.</param>
internal sealed record DeviceState(string ClientId, long LastSequence, long OpenConflicts);
