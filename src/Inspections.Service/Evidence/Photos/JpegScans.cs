namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Whether the picture of a JPEG file is there up to its end. A decoder that meets the end of a file within the picture paints the rest
/// grey, or leaves it blurred, and says nothing of it.
/// </summary>
internal static class JpegScans
{
    private const int Coefficients = 64;
    private const int AllBits = 16;

    /// <summary>A decoder looks this far ahead of what it still needs. It says little more than a block or two of a picture.</summary>
    private const int Ahead = 16;

    /// <summary>
    /// The file as a decoder shows where it ends early: that of one scan without its end, so that it comes to nothing where bits are
    /// missing.
    /// </summary>
    /// <returns>Null where scans are missing.</returns>
    public static byte[]? Whole(byte[] file)
    {
        var bytes = new Bytes(file);
        var (isProgressive, components, isOneScan) = (false, 0, false);
        // Of each component, how many of the low bits of each coefficient have not come yet.
        var missing = new Dictionary<int, int[]>();
        var at = 2;
        while (true)
        {
            at = Marker(file, at);
            if (at < 0) return null;
            var type = bytes.Byte(at + 1);
            if (type is 0xD9) break;
            if (type is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                (isProgressive, components) = (type is 0xC2, bytes.Byte(at + 9));
                for (var i = 0; i < components; i++) missing[bytes.Byte(at + 10 + 3 * i)] = [.. Enumerable.Repeat(AllBits, Coefficients)];
            }
            else if (type is 0xDA)
            {
                isOneScan = !isProgressive && bytes.Byte(at + 4) == components;
                Come(bytes.Slice(at + 4), isProgressive, missing);
            }
            at += 2 + bytes.UInt16(at + 2);
        }
        if (isOneScan) return [.. file.AsSpan(0, at), .. new byte[Ahead]];
        return missing.Values.All(bits => bits.All(low => low == 0)) ? file : null;
    }

    /// <summary>The next marker that is no part of a scan's data.</summary>
    private static int Marker(ReadOnlySpan<byte> file, int from)
    {
        for (var at = from; at + 1 < file.Length; at++)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        }
        return -1;
    }

    /// <param name="scan">From the number of its components on.</param>
    private static void Come(Bytes scan, bool isProgressive, Dictionary<int, int[]> missing)
    {
        var count = scan.Byte(0);
        var (first, last, low) = isProgressive
            ? (scan.Byte(1 + 2 * count), scan.Byte(2 + 2 * count), scan.Byte(3 + 2 * count) & 15)
            : (0, Coefficients - 1, 0);
        for (var i = 0; i < count; i++)
        {
            if (!missing.TryGetValue(scan.Byte(1 + 2 * i), out var bits)) continue;
            for (var k = first; k <= Math.Min(last, Coefficients - 1); k++) bits[k] = low;
        }
    }
}
