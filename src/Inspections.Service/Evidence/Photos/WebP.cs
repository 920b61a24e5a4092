namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Size and EXIF of a WebP file; its picture is not decoded.</summary>
internal static class WebP
{
    private const int FirstChunk = 12;

    public static (int Width, int Height, Exif Exif) Read(ReadOnlySpan<byte> file)
    {
        var bytes = new Bytes(file, littleEndian: true);
        var (size, exif) = ((0, 0), Exif.None);
        for (long at = FirstChunk; at + 8 <= bytes.Length; at += 8 + Even(bytes.UInt32(at + 4)))
        {
            var content = bytes.Slice(at + 8, bytes.UInt32(at + 4));
            if (bytes.Has(at, "EXIF"u8)) exif = Exif.Read(content.Span);
            else if (size == (0, 0)) size = SizeIn(bytes, at, content);
        }
        return (size.Item1, size.Item2, exif);
    }

    private static (int, int) SizeIn(Bytes bytes, long at, Bytes content)
    {
        if (bytes.Has(at, "VP8X"u8)) return (1 + (int)(content.UInt32(3) >> 8), 1 + (content.UInt16(7) | (content.Byte(9) << 16)));
        if (bytes.Has(at, "VP8 "u8)) return (content.UInt16(6) & 0x3FFF, content.UInt16(8) & 0x3FFF);
        if (!bytes.Has(at, "VP8L"u8)) return (0, 0);
        var sizes = content.UInt32(1);
        return (1 + (int)(sizes & 0x3FFF), 1 + (int)((sizes >> 14) & 0x3FFF));
    }

    private static long Even(uint size) => size + (size & 1L);
}
