using Campaign.EventStore;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Imports;

/// <summary>An inspection of a ledger → filled and confirmed on its day. Pure.</summary>
internal static class InspectionPlan
{
    /// <param name="sheetVersion">The version an inspection here already used; null for a new one.</param>
    public static Decision Of(LedgerInspection row, int? sheetVersion, LedgerContext context)
    {
        var (kind, date) = (InspectionKinds.Named(row.Kind), row.Date!.Value);
        if (!context.Units.TryGetValue(row.Subject, out var unit)) return ReferenceRules.UnitUnknown with { Pointer = "/subject" };
        if (kind is null) return InspectionRules.KindUnknown;
        if (date > ChinaTime.DateOf(context.LatestTime)) return InspectionRules.DateInFuture;
        if (!context.Sheets.TryGetValue((row.Sheet, row.SheetVersion ?? sheetVersion), out var sheet)) return InspectionRules.SheetUnknown;
        // What is here already stays the same row, whatever became of its unit since.
        if (sheetVersion is null && unit.Unfit(date, sheet) is { } unfit) return unfit;

        // An old ledger has none, and nobody has looked whether these are there.
        var photos = row.Items.TakeWhile(entry => entry.Photos is not { Count: > 0 }).Count();
        if (photos < row.Items.Count) return ImportRules.PhotosNotTaken with { Pointer = $"/items/{photos}/photos" };
        var (items, refusal) = FillSheet.Fill(sheet, row.Items, FillSheet.Ledger);
        if (refusal is not null) return refusal;
        var at = ChinaTime.StartOf(date);
        return Decision.Of(
            new InspectionStarted(
                row.Subject, kind.Value, date, sheet.Code, sheet.Version, [.. items.Select(Inspections.Stored.ScoredItem.Of)], at, row.Id),
            new InspectionConfirmed(row.Subject, kind.Value, date, Score.Of(items), sheet.Code, sheet.Version, at, row.Id));
    }

    /// <summary>What somebody should look at, though the ledger is taken at its word.</summary>
    public static Refusal? Question(LedgerInspection row, IReadOnlyList<Inspections.Stored.ScoredItem> items)
    {
        var maxima = items.ToDictionary(item => item.No, item => item.Max);
        var index = row.Items.TakeWhile(entry => entry.NotApplicable || entry.Deduction <= maxima[entry.No]).Count();
        return index == row.Items.Count ? null : InspectionRules.DeductionExceedsMaximum with
        {
            Detail = $"第 {row.Items[index].No} 项扣分 {row.Items[index].Deduction} 超过满分 {maxima[row.Items[index].No]}，该项按 0 分计。",
            Pointer = $"/items/{index}/deduction",
        };
    }
}
