using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Inspections;

/// <summary>The inspector is done. The sheet can still be corrected until it is confirmed.</summary>
internal sealed record SubmitInspection(DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none) return none;
        return inspection.Status is InspectionStatus.Started
            ? Decision.Of(new InspectionSubmitted(Now, inspection.ByUnit ? true : null))
            : Decision.Nothing;
    }
}

internal static class SubmitInspectionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/{id:guid}/submission", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("提交评分").Produces<FilledSheet>();

    private static Task<IResult> Handle(string street, Guid id, Submission body, Commands commands, Caller caller) =>
        commands.Run(
            Inspection.Stream(street, id), UnitsOwn.For(new SubmitInspection(commands.Now).Decide, caller),
            done => FilledSheet.Of(id, done));
}

/// <summary>Says nothing but that it is meant.</summary>
internal sealed record Submission;
