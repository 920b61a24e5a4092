using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Evidence;

/// <summary>What a file is by its content, whatever its sender says.</summary>
internal static class Sniffing
{
    /// <summary>How much of the start is looked at.</summary>
    public const int HeadBytes = 4096;

    private const string Unknown = "无法识别的文件";
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"];
    private static readonly string[] Mp4Brands =
        ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "MSNV", "M4V ", "M4VP", "M4VH", "f4v "];

    /// <remarks>What a ZIP archive or a compound file holds is told by its directory (<see cref="Whole"/>).</remarks>
    public static Sniffed Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [] => "空文件",
        [0xFF, 0xD8, 0xFF, ..] => MediaType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaType.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaType.WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => MediaType.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => MediaType.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => MediaType.Compound,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => ByBrand(new Bytes(head)),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "GIF 图片",
        [(byte)'B', (byte)'M', ..] => "BMP 图片",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF 图片",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "RAR 压缩包",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "7z 压缩包",
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "可执行程序",
        [(byte)'<', ..] => "网页或 XML 文本",
        _ => Unknown,
    };

    /// <summary>What a whole file is, where its start left that open.</summary>
    public static Sniffed Whole(MediaType type, Stream file)
    {
        if (type == MediaType.Zip) return ZipPackage.Sniff(file);
        if (type != MediaType.Compound) return type;
        var content = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(content);
        return CompoundFile.Sniff(content);
    }

    private static Sniffed ByBrand(Bytes head)
    {
        var end = Math.Min(head.Length, head.UInt32(0));
        var brands = new List<string> { Brand(head, 8) };
        for (var at = 16; at + 4 <= end; at += 4) brands.Add(Brand(head, at));

        return brands switch
        {
            _ when brands.Exists(HeicBrands.Contains) => MediaType.Heic,
            _ when brands.Contains("avif") || brands.Contains("avis") => "AVIF 图片",
            ["qt  ", ..] => "QuickTime 视频",
            _ when brands.Exists(Mp4Brands.Contains) => MediaType.Mp4,
            _ => Unknown,
        };
    }

    private static string Brand(Bytes head, int at) => System.Text.Encoding.ASCII.GetString(head.Slice(at, 4).Span);
}
