using System.IO.Compression;
using System.Text;
using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Evidence;

/// <summary>
/// What a ZIP archive is, by the names in its directory: an OFD document (GB/T 33190) has <c>OFD.xml</c> at its root, one of Office a list
/// of its parts' types. Of all the rest only that list is unpacked, and no more of it than a list is long.
/// </summary>
internal static class ZipPackage
{
    private const int EndRecord = 22;
    private const int LongestComment = 65535;
    private const int MaxDirectory = 1024 * 1024;
    private const int MaxTypes = 1024 * 1024;
    private const string PartTypes = "[Content_Types].xml";

    private static readonly (string Part, MediaType Type)[] Kinds =
    [
        ("OFD.xml", MediaType.Ofd), ("word/document.xml", MediaType.Docx), ("xl/workbook.xml", MediaType.Xlsx),
        ("ppt/presentation.xml", MediaType.Pptx),
    ];

    // A part may have any name; its type says what it is.
    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "vnd.ms-excel.macrosheet", "intlMacrosheet"];

    public static Sniffed Sniff(Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - EndRecord - LongestComment), EndRecord + LongestComment);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0) return "ZIP 压缩包";
        var record = new Bytes(tail, littleEndian: true).Slice(end);
        if (record.UInt32(12) > MaxDirectory) return "文件数过多的 ZIP 压缩包";
        var entries = Entries(Read(file, record.UInt32(16), (int)record.UInt32(12)));

        // Office compares names without case.
        var type = Kinds.FirstOrDefault(kind => entries.Exists(entry => entry.Name.Equals(kind.Part, Case(kind.Type)))).Type;
        if (type is null) return "ZIP 压缩包";
        if (type == MediaType.Ofd) return type;
        var lists = entries.Where(entry => entry.Name.Equals(PartTypes, StringComparison.OrdinalIgnoreCase)).ToList();
        if (lists.Count == 0) return "ZIP 压缩包";
        return entries.Exists(entry => IsMacro(entry.Name)) || lists.Exists(list => Types(file, list) is not { } types
            || MacroTypes.Any(macro => types.Contains(macro, StringComparison.OrdinalIgnoreCase))) ? MacroText : type;
    }

    public const string MacroText = "含宏的 Office 文档";

    private static StringComparison Case(MediaType type) =>
        type == MediaType.Ofd ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static List<Entry> Entries(byte[] directory)
    {
        var bytes = new Bytes(directory, littleEndian: true);
        var entries = new List<Entry>();
        for (long at = 0; bytes.Has(at, "PK\u0001\u0002"u8);)
        {
            var name = bytes.UInt16(at + 28);
            entries.Add(new(
                Encoding.UTF8.GetString(bytes.Slice(at + 46, name).Span), bytes.UInt16(at + 10), bytes.UInt32(at + 20),
                bytes.UInt32(at + 42)));
            at += 46 + name + bytes.UInt16(at + 30) + bytes.UInt16(at + 32);
        }
        return entries;
    }

    /// <returns>Null for a list that nobody can read: what is in the package is not known then.</returns>
    private static string? Types(Stream file, Entry list)
    {
        var local = new Bytes(Read(file, list.At, 30), littleEndian: true);
        if (!local.Has(0, "PK\u0003\u0004"u8) || list.Size > MaxTypes) return null;
        var content = Read(file, list.At + 30 + local.UInt16(26) + local.UInt16(28), (int)list.Size);
        if (content.Length < list.Size) return null;
        try
        {
            using Stream packed = new MemoryStream(content);
            using var unpacked = list.Method switch { 0 => packed, 8 => new DeflateStream(packed, CompressionMode.Decompress), _ => null };
            if (unpacked is null) return null;
            using var reader = new StreamReader(unpacked, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var text = new char[MaxTypes];
            var read = reader.ReadBlock(text);
            return read < MaxTypes ? new string(text, 0, read) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Read(Stream file, long at, int count)
    {
        if (at >= file.Length) return [];
        var buffer = new byte[Math.Min(count, file.Length - at)];
        file.Position = at;
        file.ReadExactly(buffer);
        return buffer;
    }

    private readonly record struct Entry(string Name, int Method, long Size, long At);
}
