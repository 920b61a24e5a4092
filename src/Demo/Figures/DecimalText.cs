using System.Globalization;
using Campaign.Demo.Input;

namespace Campaign.Demo.Figures;

internal static class DecimalText
{
    /// <summary>Two decimals, half away from zero.</summary>
    public static string? Announced(decimal? value) =>
        value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture) : null;
}

/// <summary>The points of a line as the ledger writes them: as many decimals as its policy has (2 × −0.5 is −1.0), nothing is 0.</summary>
internal sealed class LineText(IEnumerable<Adjustment> policy)
{
    private readonly Dictionary<string, Adjustment> kinds = policy.ToDictionary(adjustment => adjustment.Kind, StringComparer.Ordinal);

    public string Of(string kind, decimal points)
    {
        if (points == 0) return "0";
        if (!kinds.TryGetValue(kind, out var adjustment)) return points.ToString(CultureInfo.InvariantCulture);
        var pattern = Math.Abs(points) == adjustment.CapPerMonth ? adjustment.CapPerMonth : adjustment.Points;
        return points.ToString($"F{Math.Max(pattern.Scale, Exact(points).Scale)}", CultureInfo.InvariantCulture);
    }

    // Without trailing zeros.
    private static decimal Exact(decimal value) => value / 1.0000000000000000000000000000m;
}
