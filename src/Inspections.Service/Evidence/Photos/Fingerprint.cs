using System.Numerics;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// The look of a picture in 64 bits (dHash): 9 × 8 mean values, and for each whether its right neighbour is brighter.
/// Scaling and recompression change few of them.
/// </summary>
/// <remarks>Ours because the values are stored and compared with those of years: a library that computed
/// them a little differently would find nothing again.</remarks>
internal static class Fingerprint
{
    private const int Columns = 8;
    private const int Rows = 8;
    private const int BandBits = 16;

    /// <summary>Below it a wall, a sheet of paper or the night looks like any other.</summary>
    private const double LeastContrast = 16;

    /// <summary>By how much a neighbour must be brighter to count: a clear sky has no pattern, only the noise of its encoder.</summary>
    private const double Margin = 2;

    /// <summary>The largest distance that <see cref="Near"/> still finds.</summary>
    public const int MaxDistance = 7;

    /// <returns>Null for a picture that is too small or too even to be recognised.</returns>
    public static long? Of(Luminance picture)
    {
        if (picture.Width <= Columns || picture.Height < Rows) return null;
        var (bits, darkest, brightest) = (0L, 255.0, 0.0);
        for (var row = 0; row < Rows; row++)
        {
            var before = 0.0;
            for (var column = 0; column <= Columns; column++)
            {
                var mean = Cell(picture, column, row);
                (darkest, brightest) = (Math.Min(darkest, mean), Math.Max(brightest, mean));
                if (column > 0) bits = (bits << 1) | (before + Margin < mean ? 1L : 0L);
                before = mean;
            }
        }
        return brightest - darkest < LeastContrast ? null : bits;
    }

    public static int Distance(long a, long b) => BitOperations.PopCount((ulong)(a ^ b));

    /// <summary>
    /// What a quarter of the bits of any fingerprint within <see cref="MaxDistance"/> can be: of 7 differing bits one of the
    /// four quarters has at most one.
    /// </summary>
    /// <param name="band">0–3, from the highest bits on.</param>
    public static int[] Near(long fingerprint, int band)
    {
        var value = (int)(fingerprint >> (BandBits * (3 - band))) & 0xFFFF;
        return [value, .. Enumerable.Range(0, BandBits).Select(bit => value ^ (1 << bit))];
    }

    private static double Cell(Luminance picture, int column, int row)
    {
        var (width, height) = (picture.Width / (Columns + 1.0), picture.Height / (double)Rows);
        return picture.Mean(
            column * width, row * height, Math.Min((column + 1) * width, picture.Width), Math.Min((row + 1) * height, picture.Height));
    }
}
