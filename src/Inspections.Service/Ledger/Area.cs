using System.Globalization;

namespace Campaign.Inspections.Ledger;

/// <summary>What a map shows, in degrees of WGS-84.</summary>
internal sealed record Area(double West, double South, double East, double North)
{
    /// <summary><c>117.20,33.60,117.22,33.62</c>; null when it is no area.</summary>
    public static Area? Read(string text)
    {
        var sides = text.Split(',');
        var degrees = new double[sides.Length];
        for (var i = 0; i < sides.Length; i++)
        {
            if (!double.TryParse(sides[i], NumberStyles.Float, CultureInfo.InvariantCulture, out degrees[i])) return null;
        }
        return degrees is [>= -180 and <= 180 and var west, >= -90 and <= 90 and var south, >= -180 and <= 180 and var east, >= -90
            and <= 90 and var north]
               && west <= east && south <= north
            ? new(west, south, east, north)
            : null;
    }
}
