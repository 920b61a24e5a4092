using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Campaign.Demo.Input;

/// <summary>A small photo of its own: a PNG of one random colour.</summary>
internal sealed record Picture(byte[] Bytes)
{
    private const int Side = 16;

    /// <summary>Its id as evidence.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static Picture New()
    {
        var colour = RandomNumberGenerator.GetBytes(3);
        // Every line begins with its filter (none).
        byte[] line = [0, .. Enumerable.Repeat(colour, Side).SelectMany(pixel => pixel)];
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Side; y++) zlib.Write(line);
        }
        byte[] header = [.. BigEndian(Side), .. BigEndian(Side), 8, 2, 0, 0, 0];
        return new(
            [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])]);
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
