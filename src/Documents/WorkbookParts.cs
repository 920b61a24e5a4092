using System.IO.Compression;
using System.Xml;

namespace Campaign.Documents;

/// <param name="Part">Path of its XML in the file.</param>
internal sealed record SheetPart(string Name, bool IsHidden, string Part);

/// <summary>The file that a workbook is: which parts it has, and where (ECMA-376, part 2).</summary>
internal sealed class WorkbookParts : IDisposable
{
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Book = "xl/workbook.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive archive;
    private readonly WorkbookBudget budget;
    private readonly Dictionary<string, (string Type, string Part)> relations = new(StringComparer.Ordinal);

    /// <param name="content">Left open.</param>
    public WorkbookParts(Stream content, WorkbookBudget budget)
    {
        this.budget = budget;
        archive = new(content, ZipArchiveMode.Read, leaveOpen: true);
        budget.Parts(archive.Entries.Count);
        ReadRelations();
        ReadBook();
    }

    public IReadOnlyList<SheetPart> Sheets { get; private set; } = [];

    /// <summary>Days are counted from 1904.</summary>
    public bool IsDate1904 { get; private set; }

    public string? Texts => PartOf("/sharedStrings");

    public string? Styles => PartOf("/styles");

    public XmlReader Open(string part) =>
        XmlReader.Create(new CountedStream(Entry(part)?.Open() ?? throw new InvalidDataException($"No {part}."), budget), Settings);

    public void Dispose() => archive.Dispose();

    private ZipArchiveEntry? Entry(string part) =>
        archive.GetEntry(part) ?? archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));

    private string? PartOf(string kind) =>
        relations.Values.Where(to => to.Type.EndsWith(kind, StringComparison.Ordinal)).Select(to => to.Part).FirstOrDefault();

    private void ReadRelations()
    {
        using var xml = Open("xl/_rels/workbook.xml.rels");
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) continue;
            var target = xml.GetAttribute("Target") ?? "";
            // Relative to the folder of the workbook, unless it begins at the root.
            var path = new Uri(new Uri($"zip:///{Book}"), target).AbsolutePath;
            relations[xml.GetAttribute("Id") ?? ""] = (xml.GetAttribute("Type") ?? "", Uri.UnescapeDataString(path).TrimStart('/'));
        }
    }

    private void ReadBook()
    {
        using var xml = Open(Book);
        var sheets = new List<SheetPart>();
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.NamespaceURI == StrictNamespace)
            {
                throw new WorkbookException(
                    "workbook-strict", "文件保存成了“Strict Open XML 电子表格”格式。请用 Excel 打开，另存为普通的“Excel 工作簿（*.xlsx）”后重新上传。");
            }

            if (xml.LocalName is "workbookPr") IsDate1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName is "sheet" && Sheet(xml) is { } sheet) sheets.Add(sheet);
        }

        Sheets = sheets;
    }

    /// <summary>Null for a chart on a sheet of its own, which has no cells.</summary>
    private SheetPart? Sheet(XmlReader xml)
    {
        budget.Sheet();
        var name = xml.GetAttribute("name") ?? "";
        if (!WellFormedText.Is(name))
            throw new WorkbookException("character-invalid", "有一张工作表的名称含有不能保存的字符（U+0000 或半个字符），请改名后重新上传。");
        var (type, part) = relations[xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? ""];
        return type.EndsWith("/worksheet", StringComparison.Ordinal)
            ? new(name, xml.GetAttribute("state") is "hidden" or "veryHidden", part)
            : null;
    }
}
