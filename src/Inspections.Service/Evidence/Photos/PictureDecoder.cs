using System.Runtime.InteropServices;
using SkiaSharp;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Makes of a file the picture at an eighth of its size, from its colours as they are written: neither transparency nor a colour profile
/// is applied.
/// </summary>
internal static class PictureDecoder
{
    private const int Eighth = 8;
    private const int BytesPerPixel = 4;

    /// <summary>How much of a PNG picture is held at a time.</summary>
    public const int StripBytes = 64 << 20;

    /// <summary>How many rows of a JPEG picture are decoded before it is asked whether to go on.</summary>
    private const int RowsAtOnce = 64;

    /// <returns>Null for a file that is broken or ends early.</returns>
    /// <exception cref="OperationCanceledException">Between two strips of the picture.</exception>
    public static Luminance? Decode(SKCodec codec, CancellationToken cancellation, int stripBytes = StripBytes) =>
        codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => DecodeRows(codec, Scaled(codec), cancellation),
            SKEncodedImageFormat.Png => DecodeStrips(codec, Rgb(codec.Info.Width, codec.Info.Height), stripBytes, cancellation),
            _ => DecodeAtOnce(codec, Scaled(codec), cancellation),
        };

    /// <summary>In rows, because of a progressive file that was cut the decoder tells in no other way.</summary>
    private static Luminance? DecodeRows(SKCodec codec, SKImageInfo scaled, CancellationToken cancellation)
    {
        if (codec.StartScanlineDecode(scaled) != SKCodecResult.Success) return null;
        using var pixels = new SKBitmap(scaled.WithSize(scaled.Width, RowsAtOnce));
        var rows = new LuminanceRows(scaled.Width, scaled.Height, step: 1);
        for (var top = 0; top < scaled.Height; top += RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = Math.Min(RowsAtOnce, scaled.Height - top);
            if (codec.GetScanlines(pixels.GetPixels(), wanted, pixels.RowBytes) < wanted) return null;
            for (var y = 0; y < wanted; y++) rows.Add(Row(pixels, y));
        }
        return rows.Picture;
    }

    private static Luminance? DecodeAtOnce(SKCodec codec, SKImageInfo scaled, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var pixels = new SKBitmap(scaled);
        if (codec.GetPixels(scaled, pixels.GetPixels()) != SKCodecResult.Success) return null;

        var rows = new LuminanceRows(scaled.Width, scaled.Height, step: 1);
        for (var y = 0; y < scaled.Height; y++) rows.Add(Row(pixels, y));
        return rows.Picture;
    }

    /// <summary>
    /// A PNG file is decoded at its full size only. A large one goes in strips, for each of which the decoder begins at the top.
    /// </summary>
    private static Luminance? DecodeStrips(SKCodec codec, SKImageInfo whole, int stripBytes, CancellationToken cancellation)
    {
        var height = Math.Min(whole.Height, Math.Max(1, stripBytes / whole.RowBytes));
        using var pixels = new SKBitmap(whole.WithSize(whole.Width, height));
        var rows = new LuminanceRows(whole.Width, whole.Height, Eighth);
        for (var top = 0; top < whole.Height; top += height)
        {
            cancellation.ThrowIfCancellationRequested();
            var bottom = Math.Min(top + height, whole.Height);
            var strip = new SKCodecOptions(new SKRectI(0, top, whole.Width, bottom));
            if (codec.StartIncrementalDecode(whole, pixels.GetPixels(), pixels.RowBytes, strip) != SKCodecResult.Success) return null;
            if (codec.IncrementalDecode() != SKCodecResult.Success) return null;
            for (var y = 0; y < bottom - top; y++) rows.Add(Row(pixels, y));
        }
        return rows.Picture;
    }

    private static SKImageInfo Scaled(SKCodec codec)
    {
        var size = codec.GetScaledDimensions(1f / Eighth);
        return Rgb(size.Width, size.Height);
    }

    private static SKImageInfo Rgb(int width, int height) => new(width, height, SKColorType.Bgra8888, SKAlphaType.Unpremul);

    private static ReadOnlySpan<SKColor> Row(SKBitmap pixels, int row) =>
        MemoryMarshal.Cast<byte, SKColor>(pixels.GetPixelSpan().Slice(row * pixels.RowBytes, pixels.Width * BytesPerPixel));
}
