using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Documents;

/// <summary>
/// A .docx in the layout of an official notice (GB/T 9704—2012 党政机关公文格式): red head, number, title, addressee, body, signature and date,
/// attachments on pages of their own. What is null is left out.
/// </summary>
public sealed class OfficialDocument(string title)
{
    private readonly List<OpenXmlElement> body = [];
    private readonly List<(string Title, OpenXmlElement Table)> attachments = [];

    public string Title => title;

    /// <summary>发文机关标志, the red head; without it there is no head and no red line.</summary>
    public string? Issuer { get; init; }

    /// <summary>发文字号, such as 南创卫办〔2024〕6号.</summary>
    public string? Number { get; init; }

    /// <summary>主送机关, without its colon.</summary>
    public string? Addressee { get; init; }

    /// <summary>发文机关署名.</summary>
    public string? Signature { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>First level: 一、…</summary>
    public OfficialDocument Heading(string text) => Add(OfficialLayout.Body(text, OfficialFonts.Hei, keepWithNext: true));

    /// <summary>Second level: （一）…</summary>
    public OfficialDocument Subheading(string text) => Add(OfficialLayout.Body(text, OfficialFonts.Kai, keepWithNext: true));

    public OfficialDocument Paragraph(string text) => Add(OfficialLayout.Body(text, OfficialFonts.FangSong));

    public OfficialDocument Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string?>> rows) =>
        Add(OfficialTable.Of(columns, rows));

    /// <summary>附件: named below the body, with its table on a page of its own behind it. Numbered when there are several.</summary>
    public OfficialDocument Attachment(string name, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        attachments.Add((name, OfficialTable.Of(columns, rows)));
        return this;
    }

    /// <summary>Writes the .docx; the stream is left open.</summary>
    public void Save(Stream output)
    {
        // The SDK reads back what it writes, which a response cannot.
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            OfficialFonts.DeclareIn(main);
            var section = OfficialLayout.Section(main);
            main.Document = new Document(
                new Body([.. Head(), .. body.Select(element => element.CloneNode(deep: true)), .. Tail(), section]));
        }
        file.Position = 0;
        file.CopyTo(output);
    }

    private OfficialDocument Add(OpenXmlElement element)
    {
        body.Add(element);
        return this;
    }

    private IEnumerable<OpenXmlElement> Head()
    {
        if (Issuer is not null)
        {
            yield return OfficialLayout.RedHead(Issuer);
            yield return OfficialLayout.Blank();
            yield return OfficialLayout.RedLine(Number ?? "");
            yield return OfficialLayout.Blank();
        }
        yield return OfficialLayout.Title(title);
        if (Issuer is null && Number is not null) yield return OfficialLayout.Centred(Number);
        yield return OfficialLayout.Blank();
        if (Addressee is not null) yield return OfficialLayout.Flush($"{Addressee}：", OfficialFonts.FangSong);
    }

    private IEnumerable<OpenXmlElement> Tail()
    {
        if (attachments.Count > 0) yield return OfficialLayout.Blank();
        foreach (var (index, (name, _)) in attachments.Index())
            yield return OfficialLayout.Body(
                $"{(index == 0 ? "附件：" : "　　　")}{(attachments.Count > 1 ? $"{index + 1}. " : "")}{name}", OfficialFonts.FangSong);
        if (Signature is not null || Date is not null) yield return OfficialLayout.Blank();
        if (Signature is not null) yield return OfficialLayout.Signed(Signature);
        if (Date is { } date) yield return OfficialLayout.Signed($"{date.Year}年{date.Month}月{date.Day}日");
        foreach (var (index, (name, table)) in attachments.Index())
        {
            yield return OfficialLayout.NewPage(attachments.Count > 1 ? $"附件{index + 1}" : "附件");
            yield return OfficialLayout.Blank();
            yield return OfficialLayout.Title(name);
            yield return OfficialLayout.Blank();
            yield return table.CloneNode(deep: true);
            yield return OfficialLayout.Blank();
        }
    }
}
