namespace Campaign.Tasks.Rosters;

/// <summary>人数档: an office of so many staff sends so many people.</summary>
/// <param name="To">Inclusive; null for "and more".</param>
internal sealed record Band(int From, int? To, int People)
{
    public bool Covers(int staff) => From <= staff && (To is not { } to || staff <= to);
}

/// <param name="Property">The band that begins wrong, or the whole list.</param>
/// <param name="Detail">Names the numbers.</param>
internal sealed record BandDefect(string Property, string Rule, string Detail);

internal static class Bands
{
    public const string Gap = "bands-gap";
    public const string Overlap = "bands-overlap";

    /// <summary>5 人以下 1 人, 6–10 人 3 人, 11 人及以上 4 人.</summary>
    public static readonly IReadOnlyList<Band> Default = [new(1, 5, 1), new(6, 10, 3), new(11, null, 4)];

    public static int PeopleFor(this IReadOnlyList<Band> bands, int staff) => bands.FirstOrDefault(band => band.Covers(staff))?.People ?? 0;

    /// <summary>Every number of staff that no band speaks of, or more than one.</summary>
    public static IEnumerable<BandDefect> Defects(IReadOnlyList<Band> bands)
    {
        var covered = 0; // up to this number somebody has spoken; int.MaxValue once a band is open
        foreach (var (index, band) in bands.Index().OrderBy(entry => entry.Item.From))
        {
            var to = band.To ?? int.MaxValue;
            if (band.From > covered + 1L) yield return new($"Bands[{index}].From", Gap, $"{Numbers(covered + 1, band.From - 1)}没有对应的人数档。");
            if (band.From <= covered)
                yield return new($"Bands[{index}].From", Overlap, $"{Numbers(band.From, Math.Min(covered, to))}同时落在两个人数档。");
            covered = Math.Max(covered, to);
        }
        if (covered < int.MaxValue) yield return new("Bands", Gap, $"{Numbers(covered + 1, int.MaxValue)}没有对应的人数档。");
    }

    private static string Numbers(int from, int to) =>
        from == to ? $"{from} 人" : to == int.MaxValue ? $"{from} 人及以上" : $"{from} 至 {to} 人";
}
