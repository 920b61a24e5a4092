using System.Runtime.InteropServices;
using SkiaSharp;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>A photo in small, upright, as WebP; nothing of what it says of itself goes with it.</summary>
internal static class Thumbnail
{
    /// <summary>For a list and for a page.</summary>
    public static readonly int[] Widths = [320, 960];

    private const int Quality = 75;

    /// <summary>A strip of wallpaper is no taller than this many times its width.</summary>
    private const int Tallest = 3;

    /// <summary>A decoder that scales in eighths, and one that does not scale, hold no more than this of a picture.</summary>
    private const long MaxPixels = PixelLimits.MaxHeldBytes / 4;

    /// <returns>Null for what is no photo, or one that is not decoded here.</returns>
    public static byte[]? Of(byte[] file, int width)
    {
        var type = Sniffing.Sniff(file.AsSpan(0, Math.Min(file.Length, Sniffing.HeadBytes))).Type;
        if (type is not { Class: MediaClass.Photo } || PhotoHeader.Read(type, file) is not { } header) return null;
        if (PixelLimits.AreExceeded(type, header.Width, header.Height) || !header.IsDecoded) return null;

        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        try
        {
            using var data = SKData.Create(pinned.AddrOfPinnedObject(), file.Length);
            using var codec = SKCodec.Create(data);
            // A file of which the decoder reads other measures than we did is not what was bounded.
            if (codec is null || (codec.Info.Width, codec.Info.Height) != (header.Width, header.Height)) return null;
            return Draw(codec, header.Exif.Orientation, width);
        }
        finally
        {
            pinned.Free();
        }
    }

    private static byte[]? Draw(SKCodec codec, int orientation, int width)
    {
        var lies = orientation is >= 5 and <= 8;
        var (across, down) = lies ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        var scale = Math.Min(1f, Math.Min((float)width / across, (float)width * Tallest / down));
        var size = codec.GetScaledDimensions(scale);
        if ((long)size.Width * size.Height > MaxPixels) return null;

        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success) return null;
        var (wide, high) = (Math.Max(1, (int)Math.Round(across * scale)), Math.Max(1, (int)Math.Round(down * scale)));
        using var small = new SKBitmap(new SKImageInfo(wide, high, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(small))
        {
            canvas.Clear(SKColors.White);
            canvas.Concat(Upright(orientation, wide, high));
            var target = lies ? new SKRect(0, 0, high, wide) : new SKRect(0, 0, wide, high);
            using var image = SKImage.FromBitmap(picture);
            canvas.DrawImage(image, target, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded?.ToArray();
    }

    /// <summary>From the picture as stored to the picture as people hold it, by its EXIF orientation.</summary>
    private static SKMatrix Upright(int orientation, float width, float height) => orientation switch
    {
        2 => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        3 => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        4 => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        5 => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        6 => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        7 => new(0, -1, width, -1, 0, height, 0, 0, 1),
        8 => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
