using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Inspections;

/// <summary>What an inspector enters for one item; items left out are without deduction.</summary>
/// <param name="Max">The maximum the caller believes in; where given it must be the sheet's.</param>
/// <param name="Count">How often, where the item's rule reckons from it; the deduction may then be left out.</param>
/// <param name="Photos">SHA-256 of each photo's content, in lower-case hex; those that are there stay where it is left out.</param>
/// <param name="PhotoRoles">What some of them show.</param>
internal sealed record ItemEntry(
    int No, bool NotApplicable = false, decimal Deduction = 0, string? Reason = null, decimal? Max = null, int? Count = null,
    IReadOnlyList<string>? Photos = null, IReadOnlyList<PhotoInRole>? PhotoRoles = null);

/// <summary>Entries on a sheet's items: every item of the sheet once, in its order, or the first refusal.</summary>
internal static class FillSheet
{
    public static (IReadOnlyList<ScoredItem> Items, Refusal? Refusal) Fill(
        SheetVersion sheet, IReadOnlyList<ItemEntry> entries, Func<ItemEntry, SheetItem, Refusal?> check,
        IReadOnlyList<ScoredItem>? before = null)
    {
        var items = sheet.Items.ToDictionary(item => item.No);
        var entered = new Dictionary<int, ItemEntry>();
        for (var i = 0; i < entries.Count; i++)
        {
            var refusal = !items.TryGetValue(entries[i].No, out var item) ? InspectionRules.ItemUnknown with { Pointer = "no" }
                : !entered.TryAdd(entries[i].No, entries[i]) ? InspectionRules.ItemRepeated with { Pointer = "no" }
                : check(entries[i], item);
            if (refusal is not null) return ([], refusal with { Pointer = $"/items/{i}/{refusal.Pointer}" });
        }
        return ([.. sheet.Items.Select(item => Scored(item, entered.GetValueOrDefault(item.No), before))], null);
    }

    /// <summary>What a visit that is entered now must keep to.</summary>
    public static Refusal? Live(ItemEntry entry, SheetItem item)
    {
        var deduction = Deduction(entry, item);
        return entry switch
        {
            { NotApplicable: true } when !item.MayNotApply => InspectionRules.NotApplicableNotAllowed with { Pointer = "notApplicable" },
            { NotApplicable: true, Deduction: not 0 } or { NotApplicable: true, Count: > 0 } =>
                InspectionRules.NotApplicableDeducted with { Pointer = "deduction" },
            { Count: { } count } when item.Rule?.For(count, item.Max) is null => InspectionRules.CountNotAsked with { Pointer = "count" },
            { Count: { } count, Deduction: not 0 } when item.Rule!.For(count, item.Max) != deduction =>
                InspectionRules.DeductionDiffersFromCount with { Pointer = "deduction" },
            _ when deduction > 0 && string.IsNullOrWhiteSpace(entry.Reason) => InspectionRules.ReasonMissing with { Pointer = "reason" },
            _ when deduction > item.Max => InspectionRules.DeductionExceedsMaximum with { Pointer = "deduction" },
            _ when deduction > 0 && item.Rule?.Allows(deduction, item.Max) is false =>
                InspectionRules.DeductionOffRule with { Pointer = "deduction" },
            _ => Ledger(entry, item),
        };
    }

    /// <summary>An old ledger is taken at its word, also where it deducts more than there was.</summary>
    public static Refusal? Ledger(ItemEntry entry, SheetItem item) => entry switch
    {
        { Deduction: < 0 } => InspectionRules.DeductionNegative with { Pointer = "deduction" },
        { Max: { } believed } when believed != item.Max => InspectionRules.MaximumDiffers with { Pointer = "max" },
        _ => null,
    };

    /// <param name="before">What was on the sheet: a photo goes only where somebody takes it away.</param>
    public static ScoredItem Scored(SheetItem item, ItemEntry? entry, IReadOnlyList<ScoredItem>? before = null)
    {
        var scored = new ScoredItem(
            item.No, item.Max, entry?.NotApplicable ?? false, entry is null ? 0 : Deduction(entry, item),
            string.IsNullOrWhiteSpace(entry?.Reason) ? null : entry.Reason, entry?.Count);
        if (entry?.Photos is not { } given)
        {
            var kept = before?.FirstOrDefault(other => other.No == item.No);
            return scored with { Photos = kept?.Photos, PhotoRoles = kept?.PhotoRoles };
        }
        return given.Count == 0
            ? scored
            : scored with { Photos = given, PhotoRoles = entry.PhotoRoles is { Count: > 0 } roles ? roles : null };
    }

    /// <summary>As entered; where only the count was, what the rule makes of it.</summary>
    private static decimal Deduction(ItemEntry entry, SheetItem item) =>
        entry is { Deduction: 0, Count: { } count } ? item.Rule?.For(count, item.Max) ?? 0 : entry.Deduction;
}
