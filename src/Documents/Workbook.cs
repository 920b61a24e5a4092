using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Campaign.Documents;

/// <summary>Reads .xlsx workbooks as tables. Of each sheet the first row that holds anything is the header.</summary>
public static class Workbook
{
    private const long MaxUnpacked = 256L << 20;
    private const int MaxRows = 200_000;

    /// <summary>The reader asks for the Western code page of old formats before it opens any file.</summary>
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">The file; read to its end and left open. Must be seekable.</param>
    /// <returns>One table for each sheet that has a header; blank rows are left out, row numbers are the sheet's own.</returns>
    /// <exception cref="WorkbookException"><c>workbook-unreadable</c>, <c>workbook-too-large</c>, <c>character-invalid</c> or
    /// <c>column-twice</c>.</exception>
    public static IReadOnlyList<Table> Read(Stream content)
    {
        try
        {
            CheckSize(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
            return [.. Tables(reader)];
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            throw new WorkbookException("workbook-unreadable", "文件不是可读的 .xlsx 工作簿。");
        }
    }

    /// <summary>A small file may unpack into a very large one.</summary>
    private static void CheckSize(Stream content)
    {
        using (var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked)
                throw new WorkbookException("workbook-too-large", $"工作簿展开后超过 {MaxUnpacked >> 20} MB。");
        }
        content.Position = 0;
    }

    private static IEnumerable<Table> Tables(IExcelDataReader reader)
    {
        do
        {
            if (!WellFormedText.Is(reader.Name))
                throw new WorkbookException("character-invalid", "有一张工作表的名称含有不能保存的字符（U+0000 或半个字符），请改名后重新上传。");
            if (Table(reader) is { } table) yield return table;
        }
        while (reader.NextResult());
    }

    private static Table? Table(IExcelDataReader reader)
    {
        string?[]? header = null;
        var rows = new List<TableRow>();
        for (var number = 1; reader.Read(); number++)
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToArray();
            if (Array.FindIndex(values, value => value is string text && !WellFormedText.Is(text)) is var broken and >= 0)
            {
                var cell = $"{TableRow.Letters(broken)}{number}";
                throw new WorkbookException(
                    "character-invalid", $"工作表“{reader.Name}”单元格 {cell} 含有不能保存的字符（U+0000 或半个字符），请删去后重新上传。");
            }

            var blank = values.All(value => new Cell("", value).IsBlank);
            if (blank) continue;
            if (header is null)
                header = Header(reader.Name, values);
            else
                rows.Add(new TableRow(reader.Name, number, header, values));
            if (rows.Count > MaxRows) throw new WorkbookException("workbook-too-large", $"工作表“{reader.Name}”超过 {MaxRows} 行。");
        }
        return header is null ? null : new Table(reader.Name, [.. header.OfType<string>()], rows);
    }

    private static string?[] Header(string sheet, object?[] values)
    {
        var header = values.Select(value => new Cell("", value).Text).ToArray();
        var twice = header.OfType<string>().GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? header : throw new WorkbookException("column-twice", $"工作表“{sheet}”的列“{twice.Key}”出现了两次。");
    }
}
