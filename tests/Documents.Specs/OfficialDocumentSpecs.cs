using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Documents.Specs;

public sealed class OfficialDocumentSpecs
{
    [Fact]
    public void The_parts_of_a_notice_stand_in_the_order_of_the_standard() => Texts(Notice()).ShouldBe(
    [
        "南关街道创建国家卫生城市领导小组办公室文件", "南创卫办〔2024〕9号", "关于9月份创卫工作考评情况的通报", "各社区、各责任单位：", "一、总体情况",
        "9月份共检查48次。", "附件：1. 居委会排名", "　　　2. 红色案件", "南关街道创建国家卫生城市领导小组办公室", "2024年10月8日",
        "附件1", "居委会排名", "名次 单位 得分", "1 广场社区 96.50", "附件2", "红色案件", "案号", "990101001-2024-000007",
    ]);

    [Fact]
    public void The_file_is_valid_to_the_office_programs()
    {
        using var document = Open(Notice());
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Body_and_title_are_set_as_the_standard_says()
    {
        using var document = Open(Notice());
        var body = document.MainDocumentPart!.Document.Body!;
        Run Of(string text) => body.Descendants<Run>().First(run => run.InnerText == text);

        (Font(Of("9月份共检查48次。")), Size(Of("9月份共检查48次。"))).ShouldBe(("仿宋_GB2312", "32"));
        (Font(Of("一、总体情况")), Size(Of("一、总体情况"))).ShouldBe(("黑体", "32"));
        (Font(Of("关于9月份创卫工作考评情况的通报")), Size(Of("关于9月份创卫工作考评情况的通报"))).ShouldBe(("方正小标宋简体", "44"));
        Of("南关街道创建国家卫生城市领导小组办公室文件").RunProperties!.Color!.Val!.Value.ShouldBe("FF0000");
        body.Descendants<PageMargin>().Single().Top!.Value.ShouldBe(2098); // 37 mm
    }

    [Fact]
    public void Without_an_issuer_there_is_no_red_head() =>
        Texts(new OfficialDocument("工作周报").Paragraph("本周无新增任务。")).ShouldBe(["工作周报", "本周无新增任务。"]);

    [Fact]
    public void Saving_twice_gives_the_same_document()
    {
        var notice = Notice();
        Texts(notice).ShouldBe(Texts(notice));
    }

    private static OfficialDocument Notice() => new OfficialDocument("关于9月份创卫工作考评情况的通报")
    {
        Issuer = "南关街道创建国家卫生城市领导小组办公室文件",
        Number = "南创卫办〔2024〕9号",
        Addressee = "各社区、各责任单位",
        Signature = "南关街道创建国家卫生城市领导小组办公室",
        Date = new DateOnly(2024, 10, 8),
    }
        .Heading("一、总体情况")
        .Paragraph("9月份共检查48次。")
        .Attachment("居委会排名", [new("名次", 8), new("单位", 20), new("得分", 10)], [["1", "广场社区", "96.50"]])
        .Attachment("红色案件", [new("案号")], [["990101001-2024-000007"]]);

    private static string[] Texts(OfficialDocument document)
    {
        using var file = Open(document);
        return [.. file.MainDocumentPart!.Document.Body!.ChildElements.SelectMany(Lines).Where(line => line.Length > 0)];
    }

    private static IEnumerable<string> Lines(DocumentFormat.OpenXml.OpenXmlElement element) =>
        element is DocumentFormat.OpenXml.Wordprocessing.Table table
        ? table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
            .Select(row => string.Join(' ', row.Elements<TableCell>().Select(cell => cell.InnerText)))
        : [element.InnerText];

    private static WordprocessingDocument Open(OfficialDocument document)
    {
        var file = new MemoryStream();
        document.Save(file);
        file.Position = 0;
        return WordprocessingDocument.Open(file, isEditable: false);
    }

    private static string? Font(Run run) => run.RunProperties!.RunFonts!.EastAsia;

    private static string? Size(Run run) => run.RunProperties!.FontSize!.Val;
}
