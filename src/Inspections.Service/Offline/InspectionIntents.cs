using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>What is done on a visit: the commands of <see cref="Campaign.Inspections.Inspections"/>.</summary>
internal sealed class InspectionIntents(IntentBodies bodies, SheetVersions sheets, KnownUnits units, EvidenceRegister evidence)
{
    private static readonly Role[] Field = [Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator];

    public IEnumerable<IntentKind> Kinds =>
    [
        new("startInspection", Field, Start, Begins: true),
        new("startPlannedInspection", Field, StartPlanned),
        new("scoreItem", Field, ScoreItem),
        new("scoreItems", Field, ScoreItems),
        new("submitInspection", Field, Submit),
        new("confirmInspection", Field, Confirm),
    ];

    /// <summary>What is on the sheet has changed.</summary>
    public static bool Scores(object @event) =>
        @event is InspectionStarted or InspectionItemScored or InspectionItemsCorrected or InspectionConfirmed;

    public static bool ScoresItem(object @event, int no) => @event is InspectionItemScored scored ? scored.Item.No == no : Scores(@event);

    public static bool MovesPlan(object @event) =>
        @event is InspectionPlanned or InspectionCancelled or ImportedInspectionWithdrawn || Scores(@event);

    private Task<Preparation> Start(IntentContext context) => bodies.Read<NewInspection>(context.Intent, async body =>
    {
        if (await units.Missing(context.Street, body.Subject, body.By, context.Cancellation) is { } missing) return missing;
        if (await evidence.MissingOf(context.Street, body.Items, context.Cancellation) is { } photo) return photo;
        if (await sheets.Find(context.Street, body.Sheet, body.SheetVersion, context.Cancellation) is not { } sheet)
            return InspectionRules.SheetUnknown;
        var date = body.Date ?? ChinaTime.DateOf(context.Intent.At);
        if (await units.Unfit(context.Street, body.Subject, date, sheet, context.Cancellation) is { } unfit) return unfit;
        var command = new StartInspection(
            body.Subject, InspectionKinds.Named(body.Kind)!.Value, date, sheet, body.Items ?? [], context.At, body.By, body.Venue);
        return PreparedCommand.On<Inspection>(command.Decide, PreparedCommand.Never);
    });

    private Task<Preparation> StartPlanned(IntentContext context) => bodies.Read<PlannedStart>(context.Intent, async body =>
    {
        if (await evidence.MissingOf(context.Street, body.Items, context.Cancellation) is { } photo) return photo;
        var sheet = await sheets.OfInspection(context.Street, context.Thing.Id, context.Cancellation);
        var command = new StartPlanned(body.Date ?? ChinaTime.DateOf(context.Intent.At), sheet, body.Items ?? [], context.At);
        // Online a second start says nothing new. Here it may bring entries, which must not be lost unseen.
        return PreparedCommand.On<Inspection>(
            inspection =>
                body.Items is { Count: > 0 } && inspection.HasNoSheet is null ? InspectionRules.AlreadyStarted : command.Decide(inspection),
            MovesPlan);
    });

    private Task<Preparation> ScoreItem(IntentContext context) => bodies.Read<ItemEntry>(context.Intent, async body =>
    {
        if (await evidence.Missing(context.Street, body.Photos ?? [], context.Cancellation) is { } photo) return photo;
        var sheet = await sheets.OfInspection(context.Street, context.Thing.Id, context.Cancellation);
        return PreparedCommand.On<Inspection>(new ScoreItem(sheet, body, context.At).Decide, e => ScoresItem(e, body.No));
    });

    private Task<Preparation> ScoreItems(IntentContext context) => bodies.Read<CorrectedItems>(context.Intent, async body =>
    {
        if (await evidence.MissingOf(context.Street, body.Items, context.Cancellation) is { } photo) return photo;
        var sheet = await sheets.OfInspection(context.Street, context.Thing.Id, context.Cancellation);
        return PreparedCommand.On<Inspection>(new CorrectItems(sheet, body.Items, context.At).Decide, Scores);
    });

    private Task<Preparation> Submit(IntentContext context) => bodies.Read<Submission>(context.Intent, _ =>
        Task.FromResult<Preparation>(PreparedCommand.On<Inspection>(new SubmitInspection(context.At).Decide, PreparedCommand.Never)));

    private Task<Preparation> Confirm(IntentContext context) => bodies.Read<Confirmation>(context.Intent, _ =>
        Task.FromResult<Preparation>(PreparedCommand.On<Inspection>(new ConfirmInspection(context.At).Decide, Scores)));
}
