using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.ScoreSheets;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>The whole sheet anew, as long as it is not confirmed.</summary>
internal sealed record CorrectItems(SheetVersion? Sheet, IReadOnlyList<ItemEntry> Entries, DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none) return none;
        if (Sheet is null) return InspectionRules.SheetUnknown;
        var (items, refusal) = FillSheet.Fill(Sheet, Entries, FillSheet.Live, inspection.Items);
        if (refusal is not null) return refusal;
        if (items.SequenceEqual(inspection.Items)) return Decision.Nothing;
        return inspection.Status is InspectionStatus.Confirmed
            ? InspectionRules.Confirmed
            : Decision.Of(new InspectionItemsCorrected([.. items.Select(Stored.ScoredItem.Of)], Now));
    }
}

internal static class CorrectItemsEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPut("/{id:guid}/items", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正评分").Produces<FilledSheet>();

    private static async Task<IResult> Handle(
        string street, Guid id, CorrectedItems body, Commands commands, SheetVersions sheets, EvidenceRegister evidence, Caller caller)
    {
        if (await evidence.MissingOf(street, body.Items, commands.Cancellation) is { } missing) return Problems.Of(missing);
        var sheet = await sheets.OfInspection(street, id, commands.Cancellation);
        return await commands.Run(
            Inspection.Stream(street, id), UnitsOwn.For(new CorrectItems(sheet, body.Items, commands.Now).Decide, caller),
            done => FilledSheet.Of(id, done));
    }
}

internal sealed record CorrectedItems(IReadOnlyList<ItemEntry> Items)
{
    internal sealed class Validator : AbstractValidator<CorrectedItems>
    {
        public Validator()
        {
            RuleFor(x => x.Items).NotNull();
            RuleFor(x => x.Items).AreEntries();
        }
    }
}
