using System.IO.Compression;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Header, EXIF and packed picture data of a PNG file.</summary>
internal sealed record Png(int Width, int Height, int Depth, int ColourType, bool Interlaced, byte[] Palette, Exif Exif, MemoryStream Packed)
{
    private const int SignatureLength = 8;

    public static Png? Read(ReadOnlySpan<byte> file)
    {
        var bytes = new Bytes(file);
        if (!bytes.Has(SignatureLength + 4, "IHDR"u8)) return null;
        var header = bytes.Slice(SignatureLength + 8, 13);
        var (width, height) = (header.UInt32(0), header.UInt32(4));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) return null;

        byte[] palette = [];
        var exif = Exif.None;
        var packed = new MemoryStream();
        for (long at = SignatureLength; at + 12 <= bytes.Length; at += 12 + bytes.UInt32(at))
        {
            var content = bytes.Slice(at + 8, bytes.UInt32(at)).Span;
            if (bytes.Has(at + 4, "IDAT"u8)) packed.Write(content);
            else if (bytes.Has(at + 4, "PLTE"u8)) palette = content[..Math.Min(content.Length, 768)].ToArray();
            else if (bytes.Has(at + 4, "eXIf"u8)) exif = Exif.Read(content);
        }
        packed.Position = 0;
        return new Png((int)width, (int)height, header.Byte(8), header.Byte(9), header.Byte(12) == 1, palette, exif, packed);
    }

    /// <returns>Null for a file that is broken or ends early.</returns>
    public Luminance? Decode()
    {
        if (Channels is not { } channels || Depth is not (1 or 2 or 4 or 8 or 16) || PhotoFacts.IsTooLarge(Width, Height)) return null;
        // The first pass of an interlaced picture is every eighth pixel, which is all that is asked for.
        var (across, down, step) = Interlaced ? (Eighth(Width), Eighth(Height), 1) : (Width, Height, 8);
        var rows = new PngRows(channels, Depth, across);
        var picture = new Luminance(Eighth(Width), Eighth(Height));
        var sums = new int[picture.Width];
        try
        {
            using var unpacked = new ZLibStream(Packed, CompressionMode.Decompress);
            for (var y = 0; y < down; y++)
            {
                if (!rows.ReadNext(unpacked)) return null;
                for (var x = 0; x < across; x++) sums[x / step] += Grey(rows, x * channels);
                if ((y + 1) % step != 0 && y + 1 != down) continue;

                var height = y % step + 1;
                for (var cell = 0; cell < sums.Length; cell++)
                    picture[cell, y / step] = (byte)(sums[cell] / (height * Math.Min(step, across - cell * step)));
                Array.Clear(sums);
            }
            return picture;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private int? Channels => ColourType switch
    {
        0 or 3 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => null,
    };

    private int Grey(PngRows rows, int sample) => ColourType switch
    {
        0 or 4 => rows.Scaled(sample),
        3 => Indexed(rows.Sample(sample) * 3),
        _ => Grey(rows.Scaled(sample), rows.Scaled(sample + 1), rows.Scaled(sample + 2)),
    };

    private int Indexed(int entry) => entry + 2 < Palette.Length ? Grey(Palette[entry], Palette[entry + 1], Palette[entry + 2]) : 0;

    private static int Grey(int red, int green, int blue) => (299 * red + 587 * green + 114 * blue) / 1000;

    private static int Eighth(int pixels) => (pixels + 7) / 8;
}
