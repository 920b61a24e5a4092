namespace Campaign.Tasks.Plans;

/// <summary>人数档: an office of so many staff sends so many people.</summary>
/// <param name="From">Null: from one.</param>
/// <param name="To">Null: and more.</param>
internal sealed record HeadCountBand(int? From, int? To, int People);

internal static class HeadCountBands
{
    private const long Unlimited = int.MaxValue;

    /// <summary>Every gap and overlap, with its numbers and the index of the band where it shows.</summary>
    public static IEnumerable<(int Index, string Note)> Defects(IReadOnlyList<HeadCountBand> bands)
    {
        var ordered = bands.Index().OrderBy(band => Lowest(band.Item)).ToList();
        long covered = 0;
        var last = -1;
        foreach (var (index, band) in ordered)
        {
            var (lowest, highest) = (Lowest(band), Highest(band));
            if (highest < lowest)
            {
                yield return (index, $"人数档第{index + 1}档的上限小于下限。");
                continue;
            }
            if (lowest > covered + 1) yield return (index, $"人数档有缺口：{Range(covered + 1, lowest - 1)}没有对应的档。");
            if (lowest <= covered)
                yield return (index, $"人数档有重叠：{Range(lowest, Math.Min(covered, highest))}同时属于第{last + 1}档和第{index + 1}档。");
            if (highest > covered) (covered, last) = (highest, index);
        }
        if (covered != Unlimited) yield return (Math.Max(last, 0), $"人数档有缺口：{covered + 1}人及以上没有对应的档。");
    }

    private static long Lowest(HeadCountBand band) => band.From ?? 1;

    private static long Highest(HeadCountBand band) => band.To ?? Unlimited;

    private static string Range(long from, long to) =>
        from == to ? $"{from}人" : to == Unlimited ? $"{from}人及以上" : $"{from}至{to}人";
}
