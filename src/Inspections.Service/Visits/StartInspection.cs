using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Inspections.Visits;

/// <summary>A visit with its sheet, filled as far as the inspector has come.</summary>
internal sealed record StartInspection(
    string Subject, InspectionKind Kind, DateOnly Date, SheetVersion Sheet, IReadOnlyList<ItemEntry> Entries, DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.Status is not InspectionStatus.None) return Decision.Nothing;
        if (Date > ChinaTime.DateOf(Now)) return InspectionRules.DateInFuture;
        var (items, refusal) = FillSheet.Fill(FillSheet.Blank(Sheet), Entries, FillSheet.Live);
        return refusal ?? Decision.Of(new InspectionStarted(Subject, Kind, Date, Sheet.Code, Sheet.Version, items, Now, Reference: null));
    }
}

internal static class StartInspectionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("开始检查").Produces<FilledSheet>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, NewInspection body, Commands commands, ScoreSheets.ScoreSheets sheets, KnownUnits units)
    {
        if (!await units.Know(street, body.Subject, commands.Cancellation))
            return Problems.Of(ReferenceRules.UnitUnknown with { Pointer = "/subject" });
        if (await sheets.Find(street, body.Sheet, body.SheetVersion, commands.Cancellation) is not { } sheet)
            return Problems.Of(InspectionRules.SheetUnknown);

        var date = body.Date ?? ChinaTime.DateOf(commands.Now);
        var kind = InspectionKinds.Named(body.Kind)!.Value;
        var command = new StartInspection(body.Subject, kind, date, sheet, body.Items ?? [], commands.Now);
        var stream = new StreamId(street, commands.NewId());
        return await commands.Create<Inspection>(
            stream, command.Decide, $"/api/streets/{street}/inspections/{stream.Id}", done => FilledSheet.Of(stream.Id, done));
    }
}

/// <param name="Score">What the sheet as filled now comes to.</param>
internal sealed record FilledSheet(Guid Id, long Version, decimal? Score)
{
    public static FilledSheet Of(Guid id, Transacted<Inspection> done) => new(id, done.Version, Visits.Score.Of(done.State.Items));
}

internal sealed record NewInspection(
    string Subject, string Sheet, int? SheetVersion, string Kind, DateOnly? Date, IReadOnlyList<ItemEntry>? Items)
{
    internal sealed class Validator : AbstractValidator<NewInspection>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Sheet).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Kind).Must(kind => InspectionKinds.Named(kind) is not null)
                .WithErrorCode(InspectionRules.KindUnknown.Rule).WithMessage(InspectionRules.KindUnknown.Detail);
            RuleFor(x => x.Items).AreEntries();
        }
    }
}
