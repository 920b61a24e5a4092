using System.Globalization;
using System.Text;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What a camera writes beside the picture.</summary>
/// <param name="TakenAt">By the camera's own clock; without an offset it is taken to be in China.</param>
/// <param name="Longitude">Degrees as the phone says them, WGS-84 by the standard.</param>
/// <param name="Orientation">1–8; 1 = upright.</param>
internal sealed record Exif(DateTimeOffset? TakenAt, double? Longitude, double? Latitude, int Orientation)
{
    public static readonly Exif None = new(null, null, null, 1);

    private const int OldestYear = 1990;

    /// <param name="block">A TIFF structure, with or without the <c>Exif</c> preamble.</param>
    public static Exif Read(ReadOnlySpan<byte> block)
    {
        if (new Bytes(block).Has(0, "Exif\0\0"u8)) block = block[6..];
        if (ByteOrder(block) is not { } littleEndian) return None;

        var tiff = new Bytes(block, littleEndian);
        var main = new ExifDirectory(tiff, tiff.UInt32(4));
        var camera = main.Directory(0x8769);
        var gps = main.Directory(0x8825);
        var (longitude, latitude) = Place(gps.Degrees(4, 3, 'E', 'W', 180), gps.Degrees(2, 1, 'N', 'S', 90));
        return new Exif(TakenTime(camera), longitude, latitude, main.Short(0x0112) is >= 1 and <= 8 and var orientation ? orientation : 1);
    }

    private static bool? ByteOrder(ReadOnlySpan<byte> block) => block switch
    {
        [(byte)'I', (byte)'I', 42, 0, ..] => true,
        [(byte)'M', (byte)'M', 0, 42, ..] => false,
        _ => null,
    };

    private static DateTimeOffset? TakenTime(ExifDirectory camera)
    {
        var time = camera.Text(0x9003);
        var offset = camera.Text(0x9011) is { Length: > 0 } original ? original : camera.Text(0x9010);
        return Parse(time + offset, "yyyy:MM:dd HH:mm:sszzz") ?? Parse($"{time}{ChinaTime.Offset:\\+hh\\:mm}", "yyyy:MM:dd HH:mm:sszzz");
    }

    private static DateTimeOffset? Parse(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year >= OldestYear ? at : null;

    /// <summary>A phone without a fix says 0° 0′: nowhere, not the Gulf of Guinea.</summary>
    private static (double?, double?) Place(double? longitude, double? latitude) => (longitude, latitude) switch
    {
        (null, _) or (_, null) or (0, 0) => (null, null),
        _ => (longitude, latitude),
    };
}

/// <summary>One directory of a TIFF structure; one that is not there has no entries.</summary>
internal readonly ref struct ExifDirectory(Bytes tiff, uint at)
{
    private const uint Nowhere = uint.MaxValue;
    private const int MaxEntries = 512;
    private const int MaxText = 40;

    private readonly Bytes tiff = tiff;

    public ExifDirectory Directory(int tag) => new(tiff, Entry(tag) is { } entry && tiff.UInt32(entry + 8) is > 0 and var there ? there : Nowhere);

    public int Short(int tag) => Entry(tag) is { } entry ? tiff.UInt16(entry + 8) : 0;

    public string Text(int tag)
    {
        if (Entry(tag) is not { } entry) return "";
        var count = tiff.UInt32(entry + 4);
        var text = tiff.Slice(count <= 4 ? entry + 8 : tiff.UInt32(entry + 8), Math.Min(count, MaxText));
        return Encoding.ASCII.GetString(text.Span).Trim('\0', ' ');
    }

    /// <summary>Degrees, minutes and seconds with a letter for the half of the globe.</summary>
    public double? Degrees(int tag, int letterTag, char positive, char negative, double limit)
    {
        if (Entry(tag) is not { } entry) return null;
        var letter = Text(letterTag);
        var sign = letter.StartsWith(positive) ? 1 : letter.StartsWith(negative) ? -1 : 0;
        var value = tiff.UInt32(entry + 8);
        var degrees = Rational(value) + Rational(value + 8L) / 60 + Rational(value + 16L) / 3600;
        return sign != 0 && degrees >= 0 && degrees <= limit ? sign * degrees : null;
    }

    /// <summary>NaN, which is neither above nor below anything, for 0/0 and for what is not there.</summary>
    private double Rational(long value) => (double)tiff.UInt32(value) / tiff.UInt32(value + 4);

    private long? Entry(int tag)
    {
        var count = Math.Min(tiff.UInt16(at), MaxEntries);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2L + 12L * i;
            if (tiff.UInt16(entry) == tag) return entry;
        }
        return null;
    }
}
