using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Evidence;

/// <summary>
/// An OFD document (GB/T 33190) is a ZIP archive with <c>OFD.xml</c> at its root. Only names are read, nothing is unpacked.
/// </summary>
internal static class OfdPackage
{
    private const int EndRecord = 22;
    private const int LongestComment = 65535;
    private const int MaxDirectory = 1024 * 1024;

    public static bool Is(Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - EndRecord - LongestComment), EndRecord + LongestComment);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0) return false;
        var record = new Bytes(tail, littleEndian: true).Slice(end);
        return HasRoot(Read(file, record.UInt32(16), (int)Math.Min(record.UInt32(12), MaxDirectory)));
    }

    private static bool HasRoot(byte[] directory)
    {
        var bytes = new Bytes(directory, littleEndian: true);
        for (long at = 0; bytes.Has(at, "PK\u0001\u0002"u8);)
        {
            var name = bytes.UInt16(at + 28);
            if (bytes.Slice(at + 46, name).Span.SequenceEqual("OFD.xml"u8)) return true;
            at += 46 + name + bytes.UInt16(at + 30) + bytes.UInt16(at + 32);
        }
        return false;
    }

    private static byte[] Read(Stream file, long at, int count)
    {
        if (at >= file.Length) return [];
        var buffer = new byte[Math.Min(count, file.Length - at)];
        file.Position = at;
        file.ReadExactly(buffer);
        return buffer;
    }
}
