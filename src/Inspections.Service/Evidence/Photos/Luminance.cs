namespace Campaign.Inspections.Evidence.Photos;

/// <summary>A picture at an eighth of its size, in grey: one value 0–255 for each 8 × 8 pixels.</summary>
internal sealed class Luminance(int width, int height)
{
    private readonly byte[] cells = new byte[width * height];

    public int Width => width;

    public int Height => height;

    public byte this[int x, int y]
    {
        get => cells[y * width + x];
        set => cells[y * width + x] = value;
    }

    /// <summary>The picture as people hold it, by its EXIF orientation.</summary>
    public Luminance Upright(int orientation)
    {
        if (orientation is <= 1 or > 8) return this;
        var upright = orientation >= 5 ? new Luminance(height, width) : new Luminance(width, height);
        for (var y = 0; y < upright.Height; y++)
        {
            for (var x = 0; x < upright.Width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (y, height - 1 - x),
                    7 => (width - 1 - y, height - 1 - x),
                    _ => (width - 1 - y, x),
                };
                upright[x, y] = this[fromX, fromY];
            }
        }
        return upright;
    }

    /// <summary>Mean of a rectangle whose borders may lie within cells.</summary>
    public double Mean(double left, double top, double right, double bottom)
    {
        var sum = 0.0;
        for (var y = (int)top; y < bottom; y++)
        {
            var rowWeight = Math.Min(bottom, y + 1) - Math.Max(top, y);
            for (var x = (int)left; x < right; x++) sum += this[x, y] * rowWeight * (Math.Min(right, x + 1) - Math.Max(left, x));
        }
        return sum / ((right - left) * (bottom - top));
    }
}
