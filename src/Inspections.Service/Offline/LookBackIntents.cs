using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.LookBacks;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>回头看 without reception: the command of <see cref="LookBacks"/>.</summary>
internal sealed class LookBackIntents(IntentBodies bodies, EvidenceRegister evidence, IEventStore store)
{
    private static readonly Role[] Field = [Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator];

    public IEnumerable<IntentKind> Kinds => [new("lookBackResult", Field, EnterResult)];

    /// <summary>A result is never overwritten and contradicts nobody's: whoever comes second with another is refused, as online.</summary>
    private Task<Preparation> EnterResult(IntentContext context) => bodies.Read<LookBackResult>(context.Intent, async body =>
    {
        if (await evidence.Missing(context.Street, body.Photos ?? [], context.Cancellation) is { } missing) return missing;
        var lookBack = new StreamRef<LookBack>(context.Thing.As<LookBack>(), context.History.Fold<LookBack>(), context.History.Count);
        var stream = Finding.Stream(context.Street, lookBack.State.Finding);
        var (finding, version) = await store.Load(stream, context.Cancellation);
        var command = new EnterResult(body.StillFixed!.Value, body.Note, body.Photos ?? [], context.Units, context.At);
        return PreparedCommand.Over<LookBack>(context, command.Decide(lookBack, new(stream, finding, version)));
    });
}
