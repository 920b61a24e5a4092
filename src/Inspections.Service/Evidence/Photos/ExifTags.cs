using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Tiff;
using MetadataExtractor.IO;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Takes out of an EXIF block what is asked for. Everything else is passed over unread, makers' notes, XMP and previews among it: a small
/// block can hold thousands of entries that all point to the same large value.
/// </summary>
internal sealed class ExifTags() : DirectoryTiffHandler([])
{
    private const int TiffMarker = 42;
    private const int LongestValue = 64;

    private static readonly int[] Wanted =
    [
        ExifDirectoryBase.TagOrientation, ExifDirectoryBase.TagDateTime, ExifDirectoryBase.TagDateTimeOriginal,
        ExifDirectoryBase.TagTimeZone,
        ExifDirectoryBase.TagTimeZoneOriginal, GpsDirectory.TagLatitudeRef, GpsDirectory.TagLatitude, GpsDirectory.TagLongitudeRef,
        GpsDirectory.TagLongitude,
    ];

    public ExifIfd0Directory Main => First<ExifIfd0Directory>();

    public ExifSubIfdDirectory Camera => First<ExifSubIfdDirectory>();

    public GpsDirectory Gps => First<GpsDirectory>();

    public int Orientation => Main.TryGetInt32(ExifDirectoryBase.TagOrientation, out var value) && value is >= 1 and <= 8 ? value : 1;

    public override void SetTiffMarker(int marker)
    {
        if (marker != TiffMarker) throw new TiffProcessingException("No EXIF.");
        PushDirectory(new ExifIfd0Directory());
    }

    public override bool TryEnterSubIfd(int tagType)
    {
        if (CurrentDirectory is not ExifIfd0Directory) return false;
        if (tagType == ExifIfd0Directory.TagExifSubIfdOffset) PushDirectory(new ExifSubIfdDirectory());
        else if (tagType == ExifIfd0Directory.TagGpsInfoOffset) PushDirectory(new GpsDirectory());
        else return false;
        return true;
    }

    /// <summary>True for what is done with: it is not read.</summary>
    public override bool CustomProcessTag(
        int tagOffset, ICollection<int> processedIfdOffsets, IndexedReader reader, int tagId, int byteCount) =>
        byteCount > LongestValue || !Wanted.Contains(tagId);

    public override bool TryCustomProcessFormat(int tagId, TiffDataFormatCode formatCode, uint componentCount, out long byteCount)
    {
        byteCount = 0;
        return false;
    }

    public override bool HasFollowerIfd() => false;

    private T First<T>() where T : MetadataExtractor.Directory, new() => Directories.OfType<T>().FirstOrDefault() ?? new T();
}
