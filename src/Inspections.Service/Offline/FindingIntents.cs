using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>What is done to cases in the field: the commands of <see cref="Findings"/>.</summary>
internal sealed class FindingIntents(IntentBodies bodies, FindingRegistration registration, EvidenceRegister evidence)
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
    public static bool MovesCase(object @event) => @event is FindingRouted or RoutingDeclined or RectificationReported or RectificationRejected
        or FindingStruckOff or FindingRelapsed or FindingVoided or FindingMerged or FindingForciblyClosed;

    private Task<Prepared> Record(Asked asked) => bodies.Read<NewFinding>(asked.Intent, async body =>
    {
        var command = new RecordFinding(
            body.Category, body.Severity, body.Description, body.Place, body.Photos ?? [], InspectionId: null, asked.At, body.PhotoRoles);
        var (circumstances, refusal) = await registration.Survey(asked.Street, command, asked.Cancellation);
        return circumstances is null ? refusal! : Deed.Opening(command, circumstances);
    });

    private Task<Prepared> AddPhotos(Asked asked) => bodies.Read<NewPhotos>(asked.Intent, async body =>
        await evidence.Missing(asked.Street, body.Photos, asked.Cancellation) is { } missing
            ? missing
            : Deed.On<Finding>(new AddPhotos(body.Photos, asked.At, body.PhotoRoles).Decide, Deed.Never));

    private Task<Prepared> Verify(Asked asked) => bodies.Read<Verification>(asked.Intent, async body =>
    {
        var reported = asked.History.Aggregate(Finding.Initial, (state, e) => state.Evolve(e));
        var photos = await evidence.Known(asked.Street, reported.AfterPhotos, asked.Cancellation);
        return Deed.On<Finding>(new VerifyRectification(body.Passed, body.Reason, asked.Units, photos, asked.At).Decide, MovesCase);
    });

    private Task<Prepared> ReportRelapse(Asked asked) => bodies.Read<Relapse>(asked.Intent, async body =>
        await evidence.Missing(asked.Street, body.Photos ?? [], asked.Cancellation) is { } missing
            ? missing
            : Deed.On<Finding>(new ReportRelapse(body.Reason, asked.At, body.Photos).Decide, MovesCase));

    private Task<Prepared> Void(Asked asked) => bodies.Read<VoidRequest>(asked.Intent, body =>
        Task.FromResult<Prepared>(Deed.On<Finding>(new VoidFinding(body.Reason, asked.At).Decide, MovesCase)));
}
