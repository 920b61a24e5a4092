namespace Campaign.Inspections.Evidence.Photos;

/// <summary>The rows of a PNG picture, unfiltered one after the other (RFC 2083, 6).</summary>
internal sealed class PngRows
{
    private readonly int depth;
    private readonly int pixelBytes;
    private byte[] current;
    private byte[] above;

    public PngRows(int channels, int depth, int width)
    {
        this.depth = depth;
        pixelBytes = Math.Max(1, channels * depth / 8);
        var length = (int)(((long)width * channels * depth + 7) / 8);
        (current, above) = (new byte[length], new byte[length]);
    }

    /// <returns>False when there is no other whole row, or none that is filtered in a known way.</returns>
    public bool ReadNext(Stream unpacked)
    {
        (current, above) = (above, current);
        var filter = unpacked.ReadByte();
        if (filter is < 0 or > 4 || unpacked.ReadAtLeast(current, current.Length, throwOnEndOfStream: false) < current.Length) return false;
        if (filter == 0) return true;

        for (var i = 0; i < current.Length; i++)
        {
            var left = i >= pixelBytes ? current[i - pixelBytes] : 0;
            var aboveLeft = i >= pixelBytes ? above[i - pixelBytes] : 0;
            current[i] += (byte)(filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Nearest(left, above[i], aboveLeft),
            });
        }
        return true;
    }

    /// <summary>A sample as it is stored; of 16 bits the upper half.</summary>
    public int Sample(int index) => depth switch
    {
        8 => current[index],
        16 => current[2 * index],
        _ => (current[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    /// <summary>A sample as 0–255.</summary>
    public int Scaled(int index) => depth < 8 ? Sample(index) * 255 / ((1 << depth) - 1) : Sample(index);

    /// <summary>The Paeth predictor.</summary>
    private static int Nearest(int left, int above, int aboveLeft)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - aboveLeft), Math.Abs(left - aboveLeft), Math.Abs(left + above - 2 * aboveLeft));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : aboveLeft;
    }
}
