namespace Campaign.Inspections.Evidence.Photos;

/// <summary>How large a picture may be, by its header: a few hundred bytes can claim to be gigabytes.</summary>
internal static class PixelLimits
{
    /// <summary>What the decoder of JPEG opens, and browsers with it.</summary>
    public const int MaxSide = 65500;

    /// <summary>What a decoder may hold of one picture. A larger one is taken without being decoded.</summary>
    public const long MaxHeldBytes = 256 << 20;

    /// <summary>A JPEG is decoded at an eighth, and an HEIC file not at all: phones of 108 and 200 megapixels write these two.</summary>
    public static long MaxPixels(MediaType type) => type == MediaType.Jpeg || type == MediaType.Heic ? 300_000_000 : 100_000_000;

    public static bool AreExceeded(MediaType type, int width, int height) =>
        (long)width * height > MaxPixels(type) || width > MaxSide || height > MaxSide;
}
