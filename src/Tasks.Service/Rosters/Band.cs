namespace Campaign.Tasks.Rosters;

/// <summary>人数档: an office of so many staff sends so many people.</summary>
/// <param name="To">Inclusive; null for "and more".</param>
internal sealed record Band(int From, int? To, int People)
{
    public bool Covers(int staff) => From <= staff && (To is not { } to || staff <= to);
}

/// <param name="Index">The band where it shows; -1 where there is no band at all.</param>
/// <param name="Property">Of that band; null where what lies beyond the last one is left open.</param>
/// <param name="Detail">Names the numbers.</param>
internal sealed record BandDefect(int Index, string? Property, BandFault Fault, string Detail);

internal enum BandFault { Gap, Overlap, Backward }

internal static class Bands
{
    private const int Unlimited = int.MaxValue;

    /// <summary>5 人以下 1 人, 6–10 人 3 人, 11 人及以上 4 人.</summary>
    public static readonly IReadOnlyList<Band> Default = [new(1, 5, 1), new(6, 10, 3), new(11, null, 4)];

    public static int PeopleFor(this IReadOnlyList<Band> bands, int staff) => bands.FirstOrDefault(band => band.Covers(staff))?.People ?? 0;

    /// <summary>Every number of staff that no band speaks of, or more than one, whatever the order of the list.</summary>
    public static IEnumerable<BandDefect> Defects(IReadOnlyList<Band> bands)
    {
        // Up to this number somebody has spoken, and who spoke of it last.
        var (covered, last) = (0, -1);
        foreach (var (index, band) in bands.Index().OrderBy(entry => entry.Item.From))
        {
            var to = band.To ?? Unlimited;
            if (to < band.From)
            {
                yield return new(index, nameof(Band.To), BandFault.Backward, $"人数档第{index + 1}档的上限小于下限。");
                continue;
            }
            if (band.From > covered + 1L)
                yield return new(index, nameof(Band.From), BandFault.Gap, $"人数档有缺口：{Numbers(covered + 1, band.From - 1)}没有对应的档。");
            if (band.From <= covered)
            {
                var both = Numbers(band.From, Math.Min(covered, to));
                yield return new(index, nameof(Band.From), BandFault.Overlap, $"人数档有重叠：{both}同时属于第{last + 1}档和第{index + 1}档。");
            }
            if (to > covered) (covered, last) = (to, index);
        }
        if (covered < Unlimited) yield return new(last, null, BandFault.Gap, $"人数档有缺口：{Numbers(covered + 1, Unlimited)}没有对应的档。");
    }

    private static string Numbers(int from, int to) =>
        from == to ? $"{from}人" : to == Unlimited ? $"{from}人及以上" : $"{from}至{to}人";
}
