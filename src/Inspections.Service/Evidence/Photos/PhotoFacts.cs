namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What a photo says of itself, as far as it can be read.</summary>
/// <param name="Width">Pixels as stored, before any rotation.</param>
/// <param name="Fingerprint">See <see cref="Photos.Fingerprint"/>; null where the picture cannot be decoded (WebP, HEIC).</param>
internal sealed record PhotoFacts(
    int? Width = null, int? Height = null, DateTimeOffset? TakenAt = null, double? Longitude = null, double? Latitude = null, long? Fingerprint = null)
{
    public static readonly PhotoFacts None = new();

    private const long MaxPixels = 100_000_000;
    private const int MaxSide = 65535;

    /// <summary>Too large to be looked at in bounded time and memory.</summary>
    public static bool IsTooLarge(int width, int height) => (long)width * height > MaxPixels || width > MaxSide || height > MaxSide;

    public static PhotoFacts Read(MediaType type, ReadOnlySpan<byte> file) =>
        type == MediaType.Jpeg ? OfJpeg(file)
        : type == MediaType.Png ? OfPng(file)
        : type == MediaType.WebP ? Of(WebP.Read(file), null)
        : type == MediaType.Heic ? Of(Heic.Read(file), null)
        : None;

    private static PhotoFacts OfJpeg(ReadOnlySpan<byte> file)
    {
        var exif = Exif.None;
        JpegFrame? frame = null;
        for (var segments = new JpegSegments(file); segments.MoveNext() && segments.Marker != JpegSegments.StartOfScan;)
        {
            if (segments.Marker == JpegSegments.App1 && exif == Exif.None) exif = Exif.Read(segments.Payload);
            else if (JpegSegments.IsFrame(segments.Marker)) frame ??= JpegFrame.Read(segments.Marker, segments.Payload);
        }
        return Of((frame?.Width ?? 0, frame?.Height ?? 0, exif), JpegLuminance.Of(file));
    }

    private static PhotoFacts OfPng(ReadOnlySpan<byte> file) =>
        Png.Read(file) is { } png ? Of((png.Width, png.Height, png.Exif), png.Decode()) : None;

    private static PhotoFacts Of((int Width, int Height, Exif Exif) photo, Luminance? picture)
    {
        var (width, height, exif) = photo;
        return new(
            width > 0 ? width : null, height > 0 ? height : null, exif.TakenAt, exif.Longitude, exif.Latitude,
            picture is null ? null : Photos.Fingerprint.Of(picture.Upright(exif.Orientation)));
    }
}
