using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>A visit that nobody planned, with its sheet filled as far as the inspector has come.</summary>
internal sealed record StartInspection(
    string Subject, InspectionKind Kind, DateOnly Date, SheetVersion Sheet, IReadOnlyList<ItemEntry> Entries, DateTimeOffset Now,
    string? By = null, Venue? Venue = null, bool ByUnit = false)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.Status is not InspectionStatus.None) return Decision.Nothing;
        if (InspectionRules.Unfit(Kind, Subject, By) is { } unfit) return unfit;
        if (Date > ChinaTime.DateOf(Now)) return InspectionRules.DateInFuture;
        var (items, refusal) = FillSheet.Fill(Sheet, Entries, FillSheet.Live);
        return refusal ?? Decision.Of(new InspectionStarted(
            Subject, Kind, Date, Sheet.Code, Sheet.Version, [.. items.Select(Stored.ScoredItem.Of)], Now, Reference: null, By,
            Venue is null ? null : Stored.Venue.Of(Venue), ByUnit ? true : null));
    }
}

internal static class StartInspectionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("开始检查").Produces<FilledSheet>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, NewInspection body, Commands commands, SheetVersions sheets, KnownUnits units, EvidenceRegister evidence,
        Caller caller)
    {
        if (UnitsOwn.RefusedTo(caller, InspectionKinds.Named(body.Kind)!.Value, body.Subject, body.By) is { } foreign)
            return Problems.Of(foreign);
        if (await units.Missing(street, body.Subject, body.By, commands.Cancellation) is { } missing) return Problems.Of(missing);
        if (await evidence.MissingOf(street, body.Items, commands.Cancellation) is { } photo) return Problems.Of(photo);
        if (await sheets.Find(street, body.Sheet, body.SheetVersion, commands.Cancellation) is not { } sheet)
            return Problems.Of(InspectionRules.SheetUnknown);

        var date = body.Date ?? ChinaTime.DateOf(commands.Now);
        if (await units.Unfit(street, body.Subject, date, sheet, commands.Cancellation) is { } unfit) return Problems.Of(unfit);
        var kind = InspectionKinds.Named(body.Kind)!.Value;
        var command = new StartInspection(body.Subject, kind, date, sheet, body.Items ?? [], commands.Now, body.By, body.Venue,
            ByUnit: caller.HeldToUnits is not null);
        var stream = Inspection.Stream(street, commands.NewId());
        return await commands.Create<Inspection>(
            stream, command.Decide, $"/api/streets/{street}/inspections/{stream.Id}", done => FilledSheet.Of(stream.Id, done));
    }
}

/// <param name="Score">What the sheet as filled now comes to.</param>
internal sealed record FilledSheet(Guid Id, long Version, decimal? Score)
{
    public static FilledSheet Of(Guid id, AppendResult<Inspection> done) => new(id, done.Version, Inspections.Score.Of(done.State.Items));
}

/// <param name="By">Unit that inspects: 交叉检查 must name it.</param>
internal sealed record NewInspection(
    string Subject, string Sheet, int? SheetVersion, string Kind, DateOnly? Date, IReadOnlyList<ItemEntry>? Items,
    string? By = null, Venue? Venue = null)
{
    internal sealed class Validator : AbstractValidator<NewInspection>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Sheet).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Kind).IsKind();
            RuleFor(x => x.By).MaximumLength(50);
            RuleFor(x => x.Venue!).SetValidator(new VenueValidator());
            RuleFor(x => x.Items).AreEntries();
        }
    }
}
