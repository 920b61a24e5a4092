namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What a photo says of itself, as far as it can be read.</summary>
/// <param name="Width">Pixels as stored, before any rotation.</param>
/// <param name="IsFileTime"><see cref="Exif.IsFileTime"/> of <paramref name="TakenAt"/>.</param>
internal sealed record PhotoFacts(
    int? Width = null, int? Height = null, DateTimeOffset? TakenAt = null, double? Longitude = null, double? Latitude = null,
    bool IsFileTime = false)
{
    public static readonly PhotoFacts None = new();

    public static PhotoFacts Of(PhotoHeader header) => new(
        header.Width, header.Height, header.Exif.TakenAt, header.Exif.Longitude, header.Exif.Latitude, header.Exif.IsFileTime);
}
