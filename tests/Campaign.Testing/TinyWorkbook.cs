using System.IO.Compression;
using System.Text;

namespace Campaign.Testing;

/// <summary>An .xlsx written part by part, also one that no office program would write.</summary>
public sealed class TinyWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    /// <summary>A sheet by what stands within <c>worksheet</c>.</summary>
    public TinyWorkbook Sheet(string xml, string name = "表", string state = "visible")
    {
        sheets.Add((name, state, xml));
        return this;
    }

    /// <summary>A sheet with texts, row by row.</summary>
    public TinyWorkbook Rows(string name, params string?[][] rows) => Sheet(Data(rows), name);

    /// <summary><c>sheetData</c> with texts, row by row; null is no cell.</summary>
    public static string Data(params string?[][] rows) => $"<sheetData>{string.Concat(rows.Select(Row))}</sheetData>";

    /// <summary>A cell with a text.</summary>
    public static string Text(string address, string text) =>
        $"""<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>""";

    public TinyWorkbook SharedTexts(string items) => Part("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{items}</sst>""");

    public TinyWorkbook Styles(string styles) => Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""");

    public TinyWorkbook Part(string path, string content)
    {
        parts[path] = content;
        return this;
    }

    public MemoryStream File()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in All())
            {
                using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    private IEnumerable<(string Path, string Content)> All()
    {
        var list = sheets.Index().Select(at =>
            $"""<sheet name="{at.Item.Name}" sheetId="{at.Index + 1}" state="{at.Item.State}" r:id="rId{at.Index + 1}"/>""");
        yield return (
            "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(list)}</sheets></workbook>""");
        var relations = sheets.Index().Select(at => Relation($"rId{at.Index + 1}", "worksheet", $"worksheets/sheet{at.Index + 1}.xml"))
            .Append(Relation("texts", "sharedStrings", "sharedStrings.xml")).Append(Relation("styles", "styles", "styles.xml"));
        yield return (
            "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}">{string.Concat(relations)}</Relationships>""");
        foreach (var (index, sheet) in sheets.Index())
            yield return ($"xl/worksheets/sheet{index + 1}.xml", $"""<worksheet xmlns="{Main}">{sheet.Xml}</worksheet>""");
        foreach (var path in new[] { "xl/sharedStrings.xml", "xl/styles.xml" }.Where(path => !parts.ContainsKey(path)))
            yield return (path, $"""<nothing xmlns="{Main}"/>""");
        foreach (var (path, content) in parts) yield return (path, content);
    }

    private static string Relation(string id, string kind, string target) =>
        $"""<Relationship Id="{id}" Type="{Relations}/{kind}" Target="{target}"/>""";

    private static string Row(string?[] texts, int index) =>
        $"""<row r="{index + 1}">{string.Concat(texts.Select((text, column) => Cell($"{(char)('A' + column)}{index + 1}", text)))}</row>""";

    private static string Cell(string address, string? text) => text is null ? "" : Text(address, text);
}
