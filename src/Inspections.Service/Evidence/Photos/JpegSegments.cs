using MetadataExtractor.Formats.Jpeg;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What stands before the picture data of a JPEG file: its EXIF, and how much of the picture its decoder has to hold.</summary>
/// <param name="HeldBytesPerPixel">
/// A decoder goes through a file of one scan from top to bottom. Of several, a progressive file among them, it holds all coefficients of
/// all components.
/// </param>
internal readonly record struct JpegSegments(Exif Exif, int HeldBytesPerPixel)
{
    private const int MostComponents = 4;
    private const int BytesPerCoefficient = 2;

    /// <summary>
    /// Cameras and chat programs make about ten. Each takes the decoder once through the whole picture, however little it says.
    /// </summary>
    private const int MostScans = 100;

    public static JpegSegments Read(byte[] file)
    {
        var (exif, frame, isOneScan) = (Exif.None, Array.Empty<byte>(), false);
        try
        {
            var reader = new DistrustfulReader(file, isBigEndian: true);
            foreach (var segment in JpegSegmentReader.ReadSegments(reader))
            {
                // A marker that the decoder takes to have no length: from here on the two read different files.
                if ((int)segment.Type is 0x01 or (>= 0xD0 and <= 0xD8)) return Held(exif, MostComponents);
                if (segment.Type is JpegSegmentType.App1 && exif == Exif.None) exif = Exif.Read(segment.Bytes);
                else if (IsFrame(segment.Type))
                    (frame, isOneScan) = (segment.Bytes, segment.Type is JpegSegmentType.Sof0 or JpegSegmentType.Sof1);
            }
            // The marker of the first scan was read last; its length follows, and the number of its components.
            reader.Skip(2);
            var components = frame.Length > 5 ? frame[5] : MostComponents;
            if (isOneScan && reader.GetByte() == components) return Held(exif, 0);
            var scans = file.AsSpan((int)reader.Position).Count([(byte)0xFF, (byte)0xDA]);
            return scans < MostScans ? Held(exif, components) : new(exif, PhotoHeader.NotDecoded);
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
            return Held(exif, MostComponents);
        }
    }

    private static JpegSegments Held(Exif exif, int components) => new(exif, components * BytesPerCoefficient);

    private static bool IsFrame(JpegSegmentType type) => (int)type is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
