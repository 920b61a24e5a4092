using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>What is done to findings in the field: the commands of <see cref="Findings"/>.</summary>
internal sealed class FindingIntents(
    IntentBodies bodies, RecordFindingHandler recording, EvidenceRegister evidence, IEventStore store, IntentJournal journal)
{
    private static readonly Role[] Office = [Role.StreetOffice, Role.DistrictOffice, Role.Administrator];
    private static readonly Role[] Field = [Role.Inspector, .. Office];

    public IEnumerable<IntentKind> Kinds =>
    [
        new("recordFinding", Field, Record, Begins: true),
        new("addPhotos", Field, AddPhotos),
        new("verifyRectification", Field, Verify),
        new("reportRelapse", Field, ReportRelapse),
        new("voidFinding", Office, Void),
    ];

    /// <summary>
    /// Where the matter stands has changed. Photos, proposals, 签收, 延期 and 超期 change nothing in what somebody saw on the spot.
    /// </summary>
    public static bool MovesFinding(object @event) => @event is IFindingEvent happened && Moves(happened);

    private static bool Moves(IFindingEvent @event) => @event switch
    {
        FindingRouted or RoutingDeclined or RectificationReported or RectificationRejected => true,
        FindingStruckOff or FindingRelapsed or FindingVoided or FindingMerged or FindingForciblyClosed => true,
        ImportedFindingWithdrawn => true,
        FindingRecorded or BeforePhotosAdded or DuplicateProposed or RelapseProposed or ProposalDismissed => false,
        FindingAcknowledged or DeadlineExtended or FindingBecameOverdue or VerificationAttempted => false,
    };

    private Task<Preparation> Record(IntentContext context) => bodies.Read<FieldFinding>(context.Intent, async body =>
    {
        var (marked, reason) = (JointDecision.Nothing, default(string));
        if (body is { Inspection: { } id, Item: { } item })
        {
            var stream = Inspection.Stream(context.Street, id);
            var (inspection, version) = await store.Load(stream, context.Cancellation);
            if (inspection.ItemsWithFinding.ContainsKey(item)) return InspectionRules.DeductionIsFinding;
            var waits = await journal.OpenConflict(context.Device, id, context.Cancellation) is not null;
            var command = new RecordDeduction(item, context.Thing.Id, context.At, waits);
            marked = new StreamRef<Inspection>(stream, inspection, version).Gets(command.Decide(inspection));
            if (marked.Refusal is { } unfit)
                return unfit with { Pointer = unfit.Rule == InspectionRules.NotFound.Rule ? "/inspection" : "/item" };
            reason = inspection.Items.FirstOrDefault(scored => scored.No == item)?.Reason;
        }
        var decision = await recording.Decide(context.Street, body.At(reason, context.At), context.Cancellation);
        return decision.Refusal is { } refusal ? refusal : PreparedCommand.Opening(decision) with { Beside = marked.Changes };
    });

    private Task<Preparation> AddPhotos(IntentContext context) => bodies.Read<NewPhotos>(context.Intent, async body =>
        await evidence.Missing(context.Street, body.Photos, context.Cancellation) is { } missing
            ? missing
            : PreparedCommand.On<Finding>(new AddPhotos(body.Photos, context.At, body.PhotoRoles).Decide, PreparedCommand.Never));

    private Task<Preparation> Verify(IntentContext context) => bodies.Read<Verification>(context.Intent, async body =>
    {
        if (await evidence.Missing(context.Street, body.Photos ?? [], context.Cancellation) is { } missing) return missing;
        var reported = context.History.Fold<Finding>();
        var known = await evidence.Known(context.Street, reported.AfterPhotos, context.Cancellation);
        return PreparedCommand.On<Finding>(body.By(context.Units, known, context.At).Decide, MovesFinding);
    });

    private Task<Preparation> ReportRelapse(IntentContext context) => bodies.Read<Relapse>(context.Intent, async body =>
        await evidence.Missing(context.Street, body.Photos ?? [], context.Cancellation) is { } missing
            ? missing
            : PreparedCommand.On<Finding>(new ReportRelapse(body.Reason, context.At, body.Photos).Decide, MovesFinding));

    private Task<Preparation> Void(IntentContext context) => bodies.Read<ReasonBody>(context.Intent, body =>
        Task.FromResult<Preparation>(PreparedCommand.On<Finding>(new VoidFinding(body.Reason, context.At).Decide, MovesFinding)));
}
