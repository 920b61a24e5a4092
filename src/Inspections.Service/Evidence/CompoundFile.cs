using System.Text;
using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Evidence;

/// <summary>
/// What a compound file (MS-CFB: WPS 文字, 表格, 演示 and Office up to 2003) is, by the names in its directory, which are followed through its
/// table of sectors. Nothing in it is run or read, but for the one record in which a presentation says that it has macros.
/// </summary>
internal static class CompoundFile
{
    private const int Entry = 128;
    private const int MaxEntries = 20_000;
    private const uint LastSector = 0xFFFFFFFA;

    private static readonly (string Stream, MediaType Type)[] Kinds =
    [
        ("WordDocument", MediaType.Doc), ("Workbook", MediaType.Xls), ("Book", MediaType.Xls), ("PowerPoint Document", MediaType.Ppt),
    ];

    private static readonly string[] Macros = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "PROJECTwm"];

    public static Sniffed Sniff(ReadOnlySpan<byte> file)
    {
        if (Names(new Bytes(file, littleEndian: true)) is not { } names) return "无法识别的复合文档";
        if (names.Contains("EncryptedPackage")) return "加密的 Office 文档";
        if (names.Overlaps(Macros)) return ZipPackage.MacroText;
        var type = Kinds.FirstOrDefault(kind => names.Contains(kind.Stream)).Type;
        return type is null ? "无法识别的复合文档" : type == MediaType.Ppt && SaysMacros(file) ? ZipPackage.MacroText : type;
    }

    /// <returns>Null where the directory cannot be followed.</returns>
    private static HashSet<string>? Names(Bytes file)
    {
        var shift = file.UInt16(30);
        if (shift is not (9 or 12)) return null;
        var (size, names) = (1 << shift, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var (sector, entries) = (file.UInt32(48), 0);
        while (sector < LastSector)
        {
            var at = (sector + 1L) << shift;
            if (at >= file.Length) return null;
            for (var i = 0; i < size; i += Entry, entries++)
            {
                // A name that is empty is an entry that is not used.
                var bytes = Math.Min(file.UInt16(at + i + 64), 64) - 2;
                if (bytes > 0) names.Add(Encoding.Unicode.GetString(file.Slice(at + i, bytes).Span));
            }
            // A chain that goes in a ring has no end.
            if (entries > MaxEntries) return null;
            if (Next(file, sector, shift) is not { } next) return null;
            sector = next;
        }
        return names;
    }

    /// <summary>Which sector follows, by the table; where the table's own sectors are stands in the header, then in a chain.</summary>
    private static uint? Next(Bytes file, uint sector, int shift)
    {
        var perSector = 1u << (shift - 2);
        var (index, within) = (sector / perSector, sector % perSector);
        var table = index < 109 ? file.UInt32(76 + 4 * index) : Beyond(file, index - 109, perSector - 1, shift);
        var at = ((table + 1L) << shift) + 4 * within;
        return table < LastSector && at < file.Length ? file.UInt32(at) : null;
    }

    private static uint Beyond(Bytes file, uint index, uint perSector, int shift)
    {
        var list = file.UInt32(68);
        for (; index >= perSector && list < LastSector; index -= perSector) list = file.UInt32(((list + 1L) << shift) + 4 * perSector);
        return list < LastSector ? file.UInt32(((list + 1L) << shift) + 4 * index) : LastSector;
    }

    /// <summary>VbaInfoAtom of MS-PPT, whose <c>fHasMacros</c> follows a reference of four bytes.</summary>
    private static bool SaysMacros(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> atom = [0x02, 0x00, 0x00, 0x04, 0x0C, 0x00, 0x00, 0x00];
        for (var at = file.IndexOf(atom); at >= 0;)
        {
            if (new Bytes(file, littleEndian: true).UInt32(at + 12) != 0) return true;
            var next = file[(at + 1)..].IndexOf(atom);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }
}
