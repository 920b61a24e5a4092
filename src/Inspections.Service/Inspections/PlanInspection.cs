using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>安排检查, and 改期: a plan stands until the visit is started.</summary>
internal sealed record PlanInspection(InspectionPlanned Plan)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.Status is InspectionStatus.Cancelled) return InspectionRules.Cancelled;
        if (inspection.Plan is { } plan && plan with { At = Plan.At } == Plan) return Decision.Nothing;
        if (inspection.Status is not (InspectionStatus.None or InspectionStatus.Planned)) return InspectionRules.AlreadyStarted;
        if (InspectionRules.Unfit(Plan.Kind, Plan.Subject, Plan.By) is { } unfit) return unfit;
        if (Plan.Until < Plan.From) return InspectionRules.WindowReversed;
        return Plan.Until < ChinaTime.DateOf(Plan.At) ? InspectionRules.WindowPast : Decision.Of(Plan);
    }

    /// <summary>Changes a plan that there is.</summary>
    public Decision Change(Inspection inspection) =>
        inspection.Status is InspectionStatus.None ? InspectionRules.NotFound : Decide(inspection);
}

internal static class PlanInspectionEndpoints
{
    public static void Map(RouteGroupBuilder inspections)
    {
        Role[] offices = [Role.StreetOffice, Role.DistrictOffice, Role.Administrator];
        inspections.MapPost("/schedule", Plan).Allow(offices).WithSummary("安排检查").Produces<VersionedResult>(StatusCodes.Status201Created);
        inspections.MapPut("/{id:guid}/schedule", Change).Allow(offices)
            .WithName("RescheduleInspection").WithSummary("更改检查安排").Produces<VersionedResult>();
    }

    private static async Task<IResult> Plan(
        string street, PlannedInspection body, Commands commands, KnownUnits units, SheetVersions sheets)
    {
        if (await Unknown(street, body, commands, units, sheets) is { } unknown) return Problems.Of(unknown);
        var stream = Inspection.Stream(street, commands.NewId());
        return await commands.Create<Inspection>(
            stream, new PlanInspection(body.At(commands.Now)).Decide, $"/api/streets/{street}/inspections/{stream.Id}");
    }

    private static async Task<IResult> Change(
        string street, Guid id, PlannedInspection body, Commands commands, KnownUnits units, SheetVersions sheets)
    {
        if (await Unknown(street, body, commands, units, sheets) is { } unknown) return Problems.Of(unknown);
        return await commands.Run(Inspection.Stream(street, id), new PlanInspection(body.At(commands.Now)).Change);
    }

    private static async Task<Refusal?> Unknown(
        string street, PlannedInspection body, Commands commands, KnownUnits units, SheetVersions sheets)
    {
        if (await units.Missing(street, body.Subject, body.By, commands.Cancellation) is { } missing) return missing;
        if (await sheets.Find(street, body.Sheet, null, commands.Cancellation) is not { } sheet) return InspectionRules.SheetUnknown;
        return await units.Unfit(street, body.Subject, body.From, sheet, commands.Cancellation) is { } unfit
            ? unfit with { Pointer = unfit.Pointer is "/date" ? "/from" : unfit.Pointer }
            : null;
    }
}

/// <param name="Sheet">Filled in the version that is in force when the visit starts.</param>
/// <param name="Inspector">Id of an account.</param>
internal sealed record PlannedInspection(
    string Subject, string Kind, DateOnly From, DateOnly Until, string Sheet, string? Inspector = null, string? By = null,
    Venue? Venue = null)
{
    public InspectionPlanned At(DateTimeOffset now) =>
        new(Subject, InspectionKinds.Named(Kind)!.Value, From, Until, Sheet, Inspector, By, Venue is null
            ? null
            : Stored.Venue.Of(Venue), now);

    internal sealed class Validator : AbstractValidator<PlannedInspection>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Kind).IsKind();
            RuleFor(x => x.From).NotEmpty();
            RuleFor(x => x.Until).NotEmpty();
            RuleFor(x => x.Sheet).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Inspector).MaximumLength(100);
            RuleFor(x => x.By).MaximumLength(50);
            RuleFor(x => x.Venue!).SetValidator(new VenueValidator());
        }
    }
}
