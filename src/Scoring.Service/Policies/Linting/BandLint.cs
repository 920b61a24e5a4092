using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>Every value lies in exactly one band, and no band gives more than the item is worth.</summary>
internal static class BandLint
{
    private const int MaxBands = 20;

    public static IEnumerable<FieldError> Of(Item item, string place)
    {
        if (item.Bands is not { } bands) return [];
        if (bands.Count is 0 or > MaxBands || bands.Contains(null!))
            return [new($"{place}/bands", "bands-invalid", $"须有 1 到 {MaxBands} 档。")];
        return [.. bands.SelectMany((band, index) => Values(item, band, $"{place}/bands/{index}")), .. Borders(bands, place)];
    }

    private static IEnumerable<FieldError> Values(Item item, Band band, string place)
    {
        if (!Numbers.IsAmount(band.From ?? 0) || !Numbers.IsAmount(band.To ?? 0))
            yield return new(place, "out-of-range", "界限最多四位小数，且不能过大。");
        if (band.From >= band.To)
            yield return new(place, "band-empty", $"下限 {band.From:0.####} 不小于上限 {band.To:0.####}，没有数值会落在这一档。");
        var (low, high) = item.Weight > 0 ? (0, item.Weight) : (-Points.Max, Points.Max);
        if (band.Points < low || band.Points > high || !Numbers.IsAmount(band.Points))
            yield return new($"{place}/points", "points-exceed-weight", $"分值须在 {low:0.####} 到 {high:0.####} 之间，最多四位小数。");
    }

    private static IEnumerable<FieldError> Borders(IReadOnlyList<Band> bands, string place)
    {
        var inOrder = bands.Index().OrderBy(b => b.Item.From ?? decimal.MinValue).ToList();
        var (first, last) = (inOrder[0], inOrder[^1]);
        if (first.Item.From is { } lowest)
            yield return new($"{place}/bands/{first.Index}/from", "bands-gap", $"没有包括 {lowest:0.####} 以下的档次，最低一档不写下限。");
        if (last.Item.To is { } highest)
            yield return new($"{place}/bands/{last.Index}/to", "bands-gap", $"没有包括 {highest:0.####} 以上的档次，最高一档不写上限。");
        foreach (var (below, above) in inOrder.Zip(inOrder.Skip(1)))
        {
            var at = $"{place}/bands/{above.Index}/from";
            var (from, to) = (above.Item.From ?? decimal.MinValue, below.Item.To ?? decimal.MaxValue);
            if (from > to) yield return new(at, "bands-gap", $"第 {below.Index + 1} 档到 {to:0.####} 为止，本档从 {from:0.####} 开始，中间有遗漏。");
            if (from < to) yield return new(at, "bands-overlap", $"第 {below.Index + 1} 档与第 {above.Index + 1} 档重叠。");
        }
    }
}
