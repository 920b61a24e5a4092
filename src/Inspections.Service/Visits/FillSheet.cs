using Campaign.EventStore;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Visits;

/// <summary>What an inspector enters for one item; items left out are without deduction.</summary>
/// <param name="Max">The maximum the caller believes in; where given it must be the sheet's.</param>
internal sealed record ItemEntry(int No, bool NotApplicable, decimal Deduction, string? Reason, decimal? Max = null);

/// <summary>Entries on a sheet's items: every item of the sheet once, in its order, or the first refusal.</summary>
internal static class FillSheet
{
    public static (IReadOnlyList<ScoredItem> Items, Refusal? Refusal) Fill(
        IReadOnlyList<ScoredItem> sheet, IReadOnlyList<ItemEntry> entries, Func<ItemEntry, decimal, Refusal?> check)
    {
        var maxima = sheet.ToDictionary(item => item.No, item => item.Max);
        var entered = new Dictionary<int, ItemEntry>();
        for (var i = 0; i < entries.Count; i++)
        {
            var refusal = !maxima.TryGetValue(entries[i].No, out var max) ? InspectionRules.ItemUnknown with { Pointer = "no" }
                : !entered.TryAdd(entries[i].No, entries[i]) ? InspectionRules.ItemRepeated with { Pointer = "no" }
                : check(entries[i], max);
            if (refusal is not null) return ([], refusal with { Pointer = $"/items/{i}/{refusal.Pointer}" });
        }
        return ([.. sheet.Select(item => Scored(item, entered.GetValueOrDefault(item.No)))], null);
    }

    public static IReadOnlyList<ScoredItem> Blank(SheetVersion sheet) =>
        [.. sheet.Items.Select(item => new ScoredItem(item.No, item.Max, NotApplicable: false, Deduction: 0, Reason: null))];

    /// <summary>What a visit that is entered now must keep to.</summary>
    public static Refusal? Live(ItemEntry entry, decimal max) => entry switch
    {
        { NotApplicable: true, Deduction: not 0 } => InspectionRules.NotApplicableDeducted with { Pointer = "deduction" },
        { Deduction: > 0 } when string.IsNullOrWhiteSpace(entry.Reason) => InspectionRules.ReasonMissing with { Pointer = "reason" },
        _ when entry.Deduction > max => InspectionRules.DeductionExceedsMaximum with { Pointer = "deduction" },
        _ => Ledger(entry, max),
    };

    /// <summary>An old ledger is taken at its word, also where it deducts more than there was.</summary>
    public static Refusal? Ledger(ItemEntry entry, decimal max) => entry switch
    {
        { Deduction: < 0 } => InspectionRules.DeductionNegative with { Pointer = "deduction" },
        { Max: { } believed } when believed != max => InspectionRules.MaximumDiffers with { Pointer = "max" },
        _ => null,
    };

    private static ScoredItem Scored(ScoredItem item, ItemEntry? entry) => item with
    {
        NotApplicable = entry?.NotApplicable ?? false,
        Deduction = entry?.Deduction ?? 0,
        Reason = string.IsNullOrWhiteSpace(entry?.Reason) ? null : entry.Reason,
    };
}
