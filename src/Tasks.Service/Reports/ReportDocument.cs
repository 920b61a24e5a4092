using Campaign.Documents;

namespace Campaign.Tasks.Reports;

/// <summary>A drafted report as it reads; the office edits it.</summary>
internal sealed record ReportDocument(string Title, IReadOnlyList<ReportSection> Sections, string Signature, DateOnly Date)
{
    public OfficialDocument ToOfficial()
    {
        var document = new OfficialDocument(Title) { Signature = Signature, Date = Date };
        foreach (var section in Sections)
        {
            document.Heading(section.Heading);
            foreach (var paragraph in section.Paragraphs) document.Paragraph(paragraph);
            if (section.Table is { } table) document.Table([.. table.Columns.Select(column => new Column(column))], table.Rows);
        }
        return document;
    }
}

internal sealed record ReportSection(string Heading, IReadOnlyList<string> Paragraphs, ReportTable? Table = null);

internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
