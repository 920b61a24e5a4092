using Campaign.Contracts;
using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Inspections.Visits;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <summary>What is done on a visit: the commands of <see cref="Visits"/>.</summary>
internal sealed class InspectionIntents(IntentBodies bodies, ScoreSheets.ScoreSheets sheets, KnownUnits units)
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

    public static bool MovesPlan(object @event) => @event is InspectionPlanned or InspectionCancelled || Scores(@event);

    private Task<Prepared> Start(Asked asked) => bodies.Read<NewInspection>(asked.Intent, async body =>
    {
        if (await units.Missing(asked.Street, body.Subject, body.By, asked.Cancellation) is { } missing) return missing;
        if (await sheets.Find(asked.Street, body.Sheet, body.SheetVersion, asked.Cancellation) is not { } sheet) return InspectionRules.SheetUnknown;
        var command = new StartInspection(
            body.Subject, InspectionKinds.Named(body.Kind)!.Value, body.Date ?? ChinaTime.DateOf(asked.Intent.At), sheet, body.Items ?? [],
            asked.At, body.By, body.Venue);
        return Deed.On<Inspection>(command.Decide, Deed.Never);
    });

    private Task<Prepared> StartPlanned(Asked asked) => bodies.Read<PlannedStart>(asked.Intent, async body =>
    {
        var sheet = await sheets.OfInspection(asked.Street, asked.Thing.Id, asked.Cancellation);
        var command = new StartPlanned(body.Date ?? ChinaTime.DateOf(asked.Intent.At), sheet, body.Items ?? [], asked.At);
        // Online a second start says nothing new. Here it may bring entries, which must not be lost unseen.
        return Deed.On<Inspection>(
            inspection => body.Items is { Count: > 0 } && inspection.HasNoSheet is null ? InspectionRules.AlreadyStarted : command.Decide(inspection),
            MovesPlan);
    });

    private Task<Prepared> ScoreItem(Asked asked) => bodies.Read<ItemEntry>(asked.Intent, async body =>
    {
        var sheet = await sheets.OfInspection(asked.Street, asked.Thing.Id, asked.Cancellation);
        return Deed.On<Inspection>(new ScoreItem(sheet, body, asked.At).Decide, e => ScoresItem(e, body.No));
    });

    private Task<Prepared> ScoreItems(Asked asked) => bodies.Read<CorrectedItems>(asked.Intent, async body =>
    {
        var sheet = await sheets.OfInspection(asked.Street, asked.Thing.Id, asked.Cancellation);
        return Deed.On<Inspection>(new CorrectItems(sheet, body.Items, asked.At).Decide, Scores);
    });

    private Task<Prepared> Submit(Asked asked) => bodies.Read<Submission>(asked.Intent, _ =>
        Task.FromResult<Prepared>(Deed.On<Inspection>(new SubmitInspection(asked.At).Decide, Deed.Never)));

    private Task<Prepared> Confirm(Asked asked) => bodies.Read<Confirmation>(asked.Intent, _ =>
        Task.FromResult<Prepared>(Deed.On<Inspection>(new ConfirmInspection(asked.At).Decide, Scores)));
}
