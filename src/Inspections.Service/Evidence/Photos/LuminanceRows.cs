using SkiaSharp;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Gathers the rows of a picture, from its top on, into grey cells of <paramref name="step"/> × <paramref name="step"/> pixels.
/// </summary>
internal sealed class LuminanceRows(int width, int height, int step)
{
    private readonly int[] sums = new int[Cells(width, step)];
    private int rows;

    public Luminance Picture { get; } = new(Cells(width, step), Cells(height, step));

    public void Add(ReadOnlySpan<SKColor> row)
    {
        for (var x = 0; x < row.Length; x++) sums[x / step] += Grey(row[x]);
        var inCell = rows++ % step + 1;
        if (inCell < step && rows < height) return;

        for (var cell = 0; cell < sums.Length; cell++)
            Picture[cell, (rows - 1) / step] = (byte)(sums[cell] / (inCell * Math.Min(step, width - cell * step)));
        Array.Clear(sums);
    }

    private static int Grey(SKColor colour) => (299 * colour.Red + 587 * colour.Green + 114 * colour.Blue) / 1000;

    private static int Cells(int pixels, int step) => (pixels + step - 1) / step;
}
