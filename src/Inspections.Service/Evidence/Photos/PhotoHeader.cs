namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// What a photo says before its picture. It is read by managed code alone, while the upload waits for its answer: nothing native sees a
/// file whose measures are not known and bounded.
/// </summary>
/// <param name="HeldBytesPerPixel">At most, while it is decoded; <see cref="NotDecoded"/> where it is not.</param>
internal sealed record PhotoHeader(int Width, int Height, Exif Exif, int HeldBytesPerPixel)
{
    public const int NotDecoded = -1;

    public bool IsDecoded => HeldBytesPerPixel >= 0 && (long)Width * Height * HeldBytesPerPixel <= PixelLimits.MaxHeldBytes;

    /// <returns>Null for a file without measures, or one that ends before its picture does.</returns>
    public static PhotoHeader? Read(MediaType type, byte[] file)
    {
        var header = type == MediaType.Jpeg ? JpegSegments.Read(file)
            : type == MediaType.Png ? PngChunks.Read(file)
            : type == MediaType.WebP ? WebPChunks.Read(file)
            : Heic.Read(file);
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }
}
