using MetadataExtractor.Formats.Riff;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Measures and EXIF of a WebP file; everything else is passed over.</summary>
internal sealed class WebPChunks : IRiffHandler
{
    /// <summary>A file without loss is unpacked whole, and its transparency may be once more.</summary>
    private const int HeldBytesPerPixel = 5;

    /// <summary>Where the first chunk begins; its content follows its name and length.</summary>
    private const int First = 12;
    private const int Content = First + 8;

    private Exif exif = Photos.Exif.None;

    /// <returns>Null for a file without a picture, or one that ends before its picture does.</returns>
    public static PhotoHeader? Read(byte[] file)
    {
        var bytes = new Bytes(file, littleEndian: true);
        if (bytes.UInt32(4) + 8L > file.Length) return null;
        var (width, height) = Size(bytes);
        return new(width, height, Exif(file), HeldBytesPerPixel);
    }

    public static Exif Exif(byte[] file)
    {
        var chunks = new WebPChunks();
        try
        {
            new RiffReader().ProcessRiff(new DistrustfulReader(file, isBigEndian: false), chunks);
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
        }
        return chunks.exif;
    }

    public bool ShouldAcceptRiffIdentifier(string identifier) => identifier == "WEBP";

    public bool ShouldAcceptList(string fourCc) => false;

    public bool ShouldAcceptChunk(string fourCc) => fourCc == "EXIF";

    public void ProcessChunk(string fourCc, byte[] payload) => exif = Photos.Exif.Read(payload);

    /// <summary>Of a picture with loss, of one without, and of one with anything beside it (RFC 9649).</summary>
    private static (int Width, int Height) Size(Bytes bytes)
    {
        if (bytes.Has(First, "VP8 "u8)) return (bytes.UInt16(Content + 6) & 0x3FFF, bytes.UInt16(Content + 8) & 0x3FFF);
        if (bytes.Has(First, "VP8X"u8)) return (1 + UInt24(bytes, Content + 4), 1 + UInt24(bytes, Content + 7));
        var bits = bytes.UInt32(Content + 1);
        return bytes.Has(First, "VP8L"u8) ? (1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF)) : (0, 0);
    }

    private static int UInt24(Bytes bytes, int at) => bytes.UInt16(at) | bytes.Byte(at + 2) << 16;
}
