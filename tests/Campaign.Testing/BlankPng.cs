using System.Buffers.Binary;
using System.IO.Compression;

namespace Campaign.Testing;

/// <summary>A black PNG of any size: a thousandth of what it unpacks to.</summary>
public static class BlankPng
{
    /// <param name="note">Makes it another file.</param>
    public static byte[] Of(int width, int height, string note)
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            // Every line begins with its filter (none).
            var line = new byte[width + 1];
            for (var y = 0; y < height; y++) zlib.Write(line);
        }
        return
        [
            137, 80, 78, 71, 13, 10, 26, 10,
            .. Chunk("IHDR"u8, [.. BigEndian((uint)width), .. BigEndian((uint)height), 8, 0, 0, 0, 0]),
            .. Chunk("tEXt"u8, [.. "Comment\0"u8, .. System.Text.Encoding.ASCII.GetBytes(note)]),
            .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] typed = [.. type, .. data];
        return [.. BigEndian((uint)data.Length), .. typed, .. BigEndian(Crc32(typed))];
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
