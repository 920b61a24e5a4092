using System.Buffers.Binary;
using System.Text;

namespace Campaign.Testing;

/// <summary>The EXIF block of a photo, in either byte order.</summary>
/// <param name="Taken">As cameras write it: <c>2024:09:02 08:41:07</c>.</param>
/// <param name="Offset">As <c>+08:00</c>; null for a camera that knows none.</param>
/// <param name="Written">When the file was last written, as <paramref name="Taken"/>.</param>
public sealed record TinyExif(
    string? Taken = null, string? Offset = null, double? Longitude = null, double? Latitude = null, int Orientation = 1,
    string? Written = null)
{
    private const int Header = 8;

    public bool LittleEndian { get; init; } = true;

    /// <summary>Degrees and minutes alone are followed by 0/0 seconds.</summary>
    public bool HasSeconds { get; init; } = true;

    public static TinyExif At(DateTimeOffset taken, double? longitude = null, double? latitude = null) => new(
        taken.ToString("yyyy:MM:dd HH:mm:ss", null), taken.ToString("zzz", null), longitude, latitude);

    public byte[] ToTiff()
    {
        var main = Main(0, 0).Length;
        var camera = Directory(Header + main, [Ascii(0x9003, Taken), Ascii(0x9011, Offset)]);
        var gps = Directory(Header + main + camera.Length,
            [Ascii(1, Latitude is null ? null : Latitude < 0 ? "S" : "N"), Degrees(2, Latitude),
                Ascii(3, Longitude is null ? null : Longitude < 0 ? "W" : "E"), Degrees(4, Longitude)]);
        return
        [
            .. LittleEndian ? "II"u8 : "MM"u8, .. Short(42), .. Long(Header),
            .. Main(Header + main, Header + main + camera.Length),
            .. camera,
            .. gps,
        ];
    }

    private byte[] Main(int camera, int gps) => Directory(
        Header, [new(0x0112, 3, 1, [.. Short(Orientation), 0, 0]), Ascii(0x0132, Written), new(0x8769, 4, 1, Long(camera)),
            new(0x8825, 4, 1, Long(gps))]);

    private sealed record Entry(int Tag, int Type, int Count, byte[] Value);

    private static Entry? Ascii(int tag, string? text) =>
        text is null ? null : new(tag, 2, text.Length + 1, [.. Encoding.ASCII.GetBytes(text), 0]);

    private Entry? Degrees(int tag, double? degrees)
    {
        if (degrees is null) return null;
        var minutes = Math.Abs(degrees.Value) % 1 * 60;
        return new(tag, 5, 3,
        [
            .. Long((int)Math.Abs(degrees.Value)), .. Long(1), .. Long((int)minutes), .. Long(1),
            .. HasSeconds ? Long((int)Math.Round(minutes % 1 * 60 * 10000)) : Long(0), .. HasSeconds ? Long(10000) : Long(0),
        ]);
    }

    /// <summary>Values of more than four bytes follow the directory.</summary>
    private byte[] Directory(int at, Entry?[] entries)
    {
        var there = entries.OfType<Entry>().ToList();
        var overflow = new List<byte>();
        var bytes = new List<byte>(Short(there.Count));
        foreach (var (tag, type, count, value) in there)
        {
            bytes.AddRange([.. Short(tag), .. Short(type), .. Long(count)]);
            if (value.Length <= 4)
            {
                bytes.AddRange([.. value, .. new byte[4 - value.Length]]);
                continue;
            }
            bytes.AddRange(Long(at + 2 + 12 * there.Count + 4 + overflow.Count));
            overflow.AddRange(value);
        }
        return [.. bytes, .. Long(0), .. overflow];
    }

    private byte[] Short(int value)
    {
        var bytes = new byte[2];
        if (LittleEndian) BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        else BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private byte[] Long(int value)
    {
        var bytes = new byte[4];
        if (LittleEndian) BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        else BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
