using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>A planned visit takes place, on the version of the sheet that is now in force.</summary>
internal sealed record StartPlanned(
    DateOnly Date, SheetVersion? Sheet, IReadOnlyList<ItemEntry> Entries, DateTimeOffset Now, bool ByUnit = false)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.Status is InspectionStatus.None) return InspectionRules.NotFound;
        if (inspection.Status is InspectionStatus.Cancelled) return InspectionRules.Cancelled;
        if (inspection is not { Status: InspectionStatus.Planned, Plan: { } plan }) return Decision.Nothing;
        if (Date > ChinaTime.DateOf(Now)) return InspectionRules.DateInFuture;
        if (Date < plan.From || Date > plan.Until) return InspectionRules.OutsideWindow;
        // The plan may have been changed to another sheet since this one was looked up.
        if (Sheet?.Code != plan.Sheet) return InspectionRules.SheetUnknown;
        var (items, refusal) = FillSheet.Fill(Sheet, Entries, FillSheet.Live);
        return refusal ?? Decision.Of(new InspectionStarted(
            plan.Subject, plan.Kind, Date, Sheet.Code, Sheet.Version, [.. items.Select(Stored.ScoredItem.Of)], Now,
            Reference: null, plan.By, plan.Venue, ByUnit ? true : null));
    }
}

internal static class StartPlannedEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/{id:guid}/start", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("开始已安排的检查").Produces<FilledSheet>();

    private static async Task<IResult> Handle(
        string street, Guid id, PlannedStart body, Commands commands, SheetVersions sheets, EvidenceRegister evidence, Caller caller)
    {
        if (await evidence.MissingOf(street, body.Items, commands.Cancellation) is { } missing) return Problems.Of(missing);
        var sheet = await sheets.OfInspection(street, id, commands.Cancellation);
        var date = body.Date ?? ChinaTime.DateOf(commands.Now);
        var command = new StartPlanned(date, sheet, body.Items ?? [], commands.Now, ByUnit: caller.HeldToUnits is not null);
        return await commands.Run(
            Inspection.Stream(street, id), UnitsOwn.For(command.Decide, caller),
            done => FilledSheet.Of(id, done));
    }
}

internal sealed record PlannedStart(DateOnly? Date = null, IReadOnlyList<ItemEntry>? Items = null)
{
    internal sealed class Validator : AbstractValidator<PlannedStart>
    {
        public Validator() => RuleFor(x => x.Items).AreEntries();
    }
}
