using MetadataExtractor.Formats.Jpeg;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// What stands before the picture data of a JPEG file: its measures, its EXIF, and how much of the picture its decoder has to hold.
/// </summary>
internal static class JpegSegments
{
    private const int BytesPerCoefficient = 2;

    /// <summary>
    /// Cameras and chat programs make about ten. Each takes the decoder once through the whole picture, however little it says.
    /// </summary>
    private const int MostScans = 100;

    /// <summary>Of the largest file that is taken 320 are full; profiles and previews are among them.</summary>
    private const int MostSegments = 1000;

    /// <returns>Null for a file without a picture, or one that ends before its picture does.</returns>
    public static PhotoHeader? Read(byte[] file)
    {
        var (exif, frame, isOneScan, count) = (Exif.None, Array.Empty<byte>(), false, 0);
        try
        {
            var reader = new DistrustfulReader(file, isBigEndian: true);
            foreach (var segment in JpegSegmentReader.ReadSegments(reader))
            {
                // A marker that the decoder takes to have no length: from here on the two would read different files.
                if ((int)segment.Type is 0x01 or (>= 0xD0 and <= 0xD8) || ++count > MostSegments) return null;
                if (segment.Type is JpegSegmentType.App1 && exif == Exif.None) exif = Exif.Read(segment.Bytes);
                else if (IsFrame(segment.Type))
                    (frame, isOneScan) = (segment.Bytes, segment.Type is JpegSegmentType.Sof0 or JpegSegmentType.Sof1);
            }
            // The marker of the first scan was read last; its length follows, and the number of its components.
            var scans = file.AsSpan((int)reader.Position);
            if (frame.Length <= 5 || !IsWhole(scans)) return null;
            return Header(new Bytes(frame), exif, isOneScan && new Bytes(scans).Byte(2) == frame[5], scans);
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// A decoder goes through a file of one scan from top to bottom. Of several, a progressive file among them, it holds all coefficients
    /// of all components.
    /// </summary>
    private static PhotoHeader Header(Bytes frame, Exif exif, bool isOneScan, ReadOnlySpan<byte> scans)
    {
        var held = isOneScan ? 0
            : scans.Count([(byte)0xFF, (byte)0xDA]) < MostScans ? frame.Byte(5) * BytesPerCoefficient
            : PhotoHeader.NotDecoded;
        return new(frame.UInt16(3), frame.UInt16(1), exif, held);
    }

    /// <summary>Within a scan no data reads as the marker of its end.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> scans) => scans.IndexOf([(byte)0xFF, (byte)0xD9]) >= 0;

    private static bool IsFrame(JpegSegmentType type) => (int)type is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
