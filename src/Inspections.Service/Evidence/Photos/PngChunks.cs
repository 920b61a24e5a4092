using MetadataExtractor.Formats.Png;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Measures and EXIF of a PNG file.</summary>
internal static class PngChunks
{
    private const int Signature = 8;
    private const int HeaderBytes = 13;

    /// <summary>Length and name before the content of a chunk, a checksum behind it.</summary>
    private const int AroundContent = 12;

    /// <returns>Null for a file without a picture, or one that ends before its picture does.</returns>
    public static PhotoHeader? Read(byte[] file)
    {
        var bytes = new Bytes(file);
        if (bytes.UInt32(Signature) != HeaderBytes || !bytes.Has(Signature + 4, "IHDR"u8) || !IsWhole(bytes)) return null;
        return new(Number(bytes, 16), Number(bytes, 20), Exif(file), HeldBytesPerPixel: 0);
    }

    public static Exif Exif(byte[] file)
    {
        try
        {
            var chunks = new PngChunkReader().Extract(new DistrustfulReader(file, isBigEndian: true), [PngChunkType.eXIf]);
            return chunks.FirstOrDefault() is { } exif ? Photos.Exif.Read(exif.Bytes) : Photos.Exif.None;
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
            return Photos.Exif.None;
        }
    }

    private static bool IsWhole(Bytes file)
    {
        var hasPicture = false;
        for (long at = Signature; at + AroundContent <= file.Length; at += AroundContent + file.UInt32(at))
        {
            if (file.Has(at + 4, "IEND"u8)) return hasPicture;
            hasPicture |= file.Has(at + 4, "IDAT"u8);
        }
        return false;
    }

    private static int Number(Bytes bytes, int at) => (int)Math.Min(bytes.UInt32(at), int.MaxValue);
}
