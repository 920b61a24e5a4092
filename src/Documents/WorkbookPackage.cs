using System.Xml.Linq;

namespace Campaign.Documents;

/// <summary>The parts of an .xlsx that say which other parts there are (ECMA-376 part 2).</summary>
internal static class WorkbookPackage
{
    public const string StylesPath = "xl/styles.xml";

    private const string OfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = OfficeRelationship;

    /// <param name="number">From 1.</param>
    public static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    public static IEnumerable<(string Path, XDocument Xml)> Of(IReadOnlyList<string> sheets)
    {
        yield return ("xl/workbook.xml", new XDocument(new XElement(
            Main + "workbook",
            new XElement(Main + "sheets", sheets.Select((name, index) => new XElement(
                Main + "sheet", new XAttribute("name", name), new XAttribute("sheetId", index + 1), new XAttribute(Relation + "id", $"s{index + 1}")))))));
        yield return ("xl/_rels/workbook.xml.rels", new XDocument(new XElement(
            Relations + "Relationships",
            sheets.Select((_, index) => Relationship($"s{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.xml")),
            Relationship("styles", "styles", "styles.xml"))));
        yield return ("_rels/.rels", new XDocument(new XElement(
            Relations + "Relationships", Relationship("workbook", "officeDocument", "xl/workbook.xml"))));
        yield return ("[Content_Types].xml", new XDocument(new XElement(
            ContentTypes + "Types",
            new XElement(
                ContentTypes + "Default", new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(ContentTypes + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("xl/workbook.xml", "sheet.main"),
            Override(StylesPath, "styles"),
            sheets.Select((_, index) => Override(SheetPath(index + 1), "worksheet")))));
    }

    private static XElement Relationship(string id, string type, string target) => new(
        Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{OfficeRelationship}/{type}"), new XAttribute("Target", target));

    private static XElement Override(string path, string type) => new(
        ContentTypes + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", $"{SpreadsheetType}.{type}+xml"));
}
