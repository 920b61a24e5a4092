namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What a photo says before its picture.</summary>
/// <param name="HeldBytesPerPixel">At most, while it is decoded; <see cref="NotDecoded"/> where it is not.</param>
internal sealed record PhotoHeader(int Width, int Height, Exif Exif, int HeldBytesPerPixel)
{
    public const int NotDecoded = -1;

    /// <summary>A WebP file without loss is unpacked whole, and its transparency may be once more.</summary>
    private const int HeldOfWebP = 5;

    public bool IsDecoded => HeldBytesPerPixel >= 0 && (long)Width * Height * HeldBytesPerPixel <= PixelLimits.MaxHeldBytes;

    public static PhotoHeader Read(MediaType type, byte[] file, int width, int height)
    {
        if (type == MediaType.WebP) return new(width, height, WebPChunks.Exif(file), HeldOfWebP);
        if (type == MediaType.Png) return new(width, height, PngChunks.Exif(file), HeldBytesPerPixel: 0);
        var jpeg = JpegSegments.Read(file);
        return new(width, height, jpeg.Exif, jpeg.HeldBytesPerPixel);
    }
}
