using System.Buffers.Binary;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Evidence;

/// <summary>The boxes of an HEIC file without its picture.</summary>
internal static class TinyHeic
{
    private const int ExifItem = 49;

    public static byte[] Of(int width, int height, TinyExif exif)
    {
        byte[] content = [.. Long(6), .. "Exif\0\0"u8, .. exif.ToTiff()];
        byte[] start = Box("ftyp"u8, [.. "heic"u8, .. Long(0), .. "mif1heic"u8]);
        byte[] Meta(int at) => Box("meta"u8,
        [
            .. Long(0),
            .. Box("iinf"u8, [.. Long(0), 0, 2, .. Info(1, "hvc1"u8), .. Info(ExifItem, "Exif"u8)]),
            .. Box("iprp"u8,
                Box("ipco"u8,
                    [.. Box("ispe"u8, [.. Long(0), .. Long(512), .. Long(512)]),
                        .. Box("ispe"u8, [.. Long(0), .. Long(width), .. Long(height)])])),
            .. Box("iloc"u8, [1, 0, 0, 0, 0x44, 0, 0, 2, .. Location(1, 1, 1), .. Location(ExifItem, at, content.Length)]),
        ]);
        var at = start.Length + Meta(0).Length + 8;
        return [.. start, .. Meta(at), .. Box("mdat"u8, content)];
    }

    private static byte[] Info(byte id, ReadOnlySpan<byte> type) => Box("infe"u8, [2, 0, 0, 0, 0, id, 0, 0, .. type, 0]);

    private static byte[] Location(byte id, int at, int length) => [0, id, 0, 0, 0, 0, 0, 1, .. Long(at), .. Long(length)];

    private static byte[] Box(ReadOnlySpan<byte> type, byte[] content) => [.. Long(8 + content.Length), .. type, .. content];

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
