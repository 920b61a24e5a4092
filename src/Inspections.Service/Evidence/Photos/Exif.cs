using System.Globalization;
using Campaign.ServiceDefaults;
using Campaign.Web;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Tiff;
using MetadataExtractor.IO;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What a camera writes beside the picture.</summary>
/// <param name="TakenAt">By the camera's own clock; without an offset it is taken to be in China.</param>
/// <param name="Longitude">Degrees as the phone says them, WGS-84 by the standard.</param>
/// <param name="Orientation">1–8; 1 = upright.</param>
/// <param name="IsFileTime">The file says only when it was last written, which is not before the photo was taken.</param>
internal sealed record Exif(DateTimeOffset? TakenAt, double? Longitude, double? Latitude, int Orientation, bool IsFileTime = false)
{
    public static readonly Exif None = new(null, null, null, 1);

    private const int OldestYear = 1990;
    private const string TimeFormat = "yyyy:MM:dd HH:mm:sszzz";

    /// <summary>The most that a JPEG file can hold; so that no other file makes its reader work harder.</summary>
    private const int LongestBlock = 65535;

    /// <param name="block">A TIFF structure, with or without the <c>Exif</c> preamble.</param>
    public static Exif Read(ReadOnlySpan<byte> block)
    {
        if (block.StartsWith("Exif\0\0"u8)) block = block[6..];
        var tags = new ExifTags();
        try
        {
            TiffReader.ProcessTiff(new ByteArrayReader(block[..Math.Min(block.Length, LongestBlock)].ToArray()), tags);
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
            // What stands before the fault counts.
        }
        var (longitude, latitude) = Place(tags.Gps);
        var (takenAt, isFileTime) = Time(tags.Main, tags.Camera);
        return new Exif(takenAt, longitude, latitude, tags.Orientation, isFileTime);
    }

    private static (DateTimeOffset? At, bool IsFileTime) Time(ExifIfd0Directory main, ExifSubIfdDirectory camera)
    {
        var offset = Text(camera, ExifDirectoryBase.TagTimeZone);
        var offsetOfTaking = Text(camera, ExifDirectoryBase.TagTimeZoneOriginal) is { Length: > 0 } original ? original : offset;
        if (Moment(Text(camera, ExifDirectoryBase.TagDateTimeOriginal), offsetOfTaking) is { } taken) return (taken, false);
        return Moment(Text(main, ExifDirectoryBase.TagDateTime), offset) is { } written ? (written, true) : (null, false);
    }

    private static DateTimeOffset? Moment(string time, string offset) =>
        Parse(time + (offset is "Z" ? "+00:00" : offset)) ?? Parse($"{time}{ChinaTime.Offset:\\+hh\\:mm}");

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && at.Year >= OldestYear ? at : null;

    /// <summary>A phone without a fix says 0° 0′: nowhere, not the Gulf of Guinea.</summary>
    private static (double?, double?) Place(GpsDirectory gps)
    {
        var longitude = Degrees(gps, GpsDirectory.TagLongitude, Text(gps, GpsDirectory.TagLongitudeRef), 'E', 'W', 180);
        var latitude = Degrees(gps, GpsDirectory.TagLatitude, Text(gps, GpsDirectory.TagLatitudeRef), 'N', 'S', 90);
        return (longitude, latitude) is (null, _) or (_, null) or (0, 0) ? (null, null) : (longitude, latitude);
    }

    /// <summary>Degrees, minutes and seconds, of which the last may be 0/0: none were measured.</summary>
    private static double? Degrees(GpsDirectory gps, int tag, string half, char positive, char negative, double limit)
    {
        var sign = half.StartsWith(positive) ? 1 : half.StartsWith(negative) ? -1 : 0;
        if (sign == 0 || gps.GetRationalArray(tag) is not [{ Denominator: not 0 } whole, var minutes, var seconds]) return null;
        var degrees = whole.ToDouble() + minutes.ToDouble() / 60 + seconds.ToDouble() / 3600;
        return degrees >= 0 && degrees <= limit ? sign * degrees : null;
    }

    private static string Text(MetadataExtractor.Directory directory, int tag) => directory.GetString(tag)?.Trim('\0', ' ') ?? "";
}
