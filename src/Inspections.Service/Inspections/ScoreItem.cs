using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.ScoreSheets;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>逐项评分: one item as the inspector comes to it, the others staying as they are.</summary>
internal sealed record ScoreItem(SheetVersion? Sheet, ItemEntry Entry, DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none) return none;
        if (Sheet?.Items.FirstOrDefault(item => item.No == Entry.No) is not { } item)
            return InspectionRules.ItemUnknown with { Kind = RefusalKind.NotFound };
        if (FillSheet.Live(Entry, item) is { } refusal) return refusal with { Pointer = $"/{refusal.Pointer}" };

        var scored = FillSheet.Scored(item, Entry, inspection.Items);
        if (inspection.Items.Contains(scored)) return Decision.Nothing;
        if (inspection.Status is InspectionStatus.Confirmed) return InspectionRules.Confirmed;
        var score = Score.Of(inspection.Items.Select(other => other.No == scored.No ? scored : other));
        return Decision.Of(new InspectionItemScored(Stored.ScoredItem.Of(scored), score, Now));
    }
}

internal static class ScoreItemEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPut("/{id:guid}/items/{no:int}", Handle)
        .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("逐项评分").Produces<FilledSheet>();

    private static async Task<IResult> Handle(
        string street, Guid id, int no, OneItem body, Commands commands, SheetVersions sheets, EvidenceRegister evidence, Caller caller)
    {
        if (await evidence.Missing(street, body.Photos ?? [], commands.Cancellation) is { } missing) return Problems.Of(missing);
        var sheet = await sheets.OfInspection(street, id, commands.Cancellation);
        var entry = new ItemEntry(
            no, body.NotApplicable, body.Deduction, body.Reason, Max: null, body.Count, body.Photos, body.PhotoRoles);
        return await commands.Run(
            Inspection.Stream(street, id), UnitsOwn.For(new ScoreItem(sheet, entry, commands.Now).Decide, caller),
            done => FilledSheet.Of(id, done));
    }
}

/// <summary>See <see cref="ItemEntry"/>.</summary>
internal sealed record OneItem(
    bool NotApplicable = false, decimal Deduction = 0, int? Count = null, string? Reason = null, IReadOnlyList<string>? Photos = null,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    internal sealed class Validator : AbstractValidator<OneItem>
    {
        public Validator()
        {
            RuleFor(x => x.Deduction).IsDeduction();
            RuleFor(x => x.Count).IsCount();
            RuleFor(x => x.Reason).IsReason();
            RuleFor(x => x.Photos).ArePhotoIds();
            RuleFor(x => x.PhotoRoles).AreRolesOf(x => x.Photos);
        }
    }
}
