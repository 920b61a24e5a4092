using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Inspections;

/// <summary>The score counts from now on and is not changed any more.</summary>
internal sealed record ConfirmInspection(DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none) return none;
        return inspection.Status is InspectionStatus.Confirmed
            ? Decision.Nothing
            : Decision.Of(new InspectionConfirmed(
                inspection.Subject, inspection.Kind, inspection.Date, Score.Of(inspection.Items),
                inspection.Sheet, inspection.SheetVersion, Now, inspection.Reference, inspection.ByUnit ? true : null));
    }
}

internal static class ConfirmInspectionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/{id:guid}/confirmation", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("确认成绩").Produces<FilledSheet>();

    private static Task<IResult> Handle(string street, Guid id, Confirmation body, Commands commands, Caller caller) =>
        commands.Run(
            Inspection.Stream(street, id), UnitsOwn.For(new ConfirmInspection(commands.Now).Decide, caller),
            done => FilledSheet.Of(id, done));
}

/// <summary>Says nothing but that it is meant.</summary>
internal sealed record Confirmation;
