using Campaign.Documents;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Specs.Imports;

/// <summary>A row of an old ledger in a workbook, as the case that JSON would have said.</summary>
public sealed class SheetFindingSpecs
{
    private static readonly string[] Headings =
        ["编号", "登记时间", "类别", "社区", "地址", "经度", "纬度", "问题描述", "严重程度", "责任单位", "交办时间", "期限", "整改时间", "复核时间", "复核结果", "销号时间", "备注"];

    private static readonly SheetNames Names = new(
        [("U013", "广场居委会"), ("U010", "市政办"), ("U011", "市政办")], [("C01", "广场社区")], [("0110", "暴露垃圾")]);

    [Fact]
    public void A_whole_row_is_a_whole_case()
    {
        var read = Read("C-1", "2024-09-02 09:00", "暴露垃圾", "广场社区", "人民路1号", 117.2, 33.6, "垃圾桶外溢", "较重", "广场居委会",
            "2024-09-02 10:00", "2024-09-04", "2024-09-03 10:00", "2024-09-03 11:00", "通过", "2024-09-03 12:00", "已清理");

        read.Faults.ShouldBeEmpty();
        read.Questions.ShouldBeEmpty();
        read.Case.ShouldBe(new LedgerFinding(
            "C-1", "U013", "0110", 117.2, 33.6, "人民路1号", "C01", "垃圾桶外溢", Severity.Major, read.Case.Timeline));
        read.Case.Timeline.ShouldBe(
        [
            new(At(2, 9), "record", null, null, null, null), new(At(2, 10), "route", "U013", At(5, 0), null, null),
            new(At(3, 10), "report", null, null, "已清理", null), new(At(3, 12), "strikeOff", null, null, null, null),
        ]);
    }

    [Fact]
    public void Days_without_a_time_stay_in_order()
    {
        var read = Row(
            ("登记时间", "2024-09-02 09:00"), ("交办时间", "2024-09-02"), ("期限", "2024-09-02"), ("整改时间", "2024-09-03"), ("销号时间", "2024-09-03"));
        read.Case.Timeline.Select(step => step.At).ShouldBe([At(2, 9), At(2, 9), At(3, 0), At(3, 0)]);
        read.Case.Timeline[1].Due.ShouldBe(At(3, 0));
    }

    [Fact]
    public void Without_a_day_of_striking_off_a_passed_review_strikes_off() =>
        Steps(("整改时间", "2024-09-03"), ("复核时间", "2024-09-04"), ("复核结果", "合格")).ShouldBe("record route report strikeOff");

    [Fact]
    public void What_was_rejected_waits() =>
        Steps(("整改时间", "2024-09-03"), ("复核时间", "2024-09-04"), ("复核结果", "不通过")).ShouldBe("record route report reject");

    [Fact]
    public void What_was_rejected_and_struck_off_was_rectified_again_which_is_a_question()
    {
        var read = Row(("整改时间", "2024-09-03"), ("复核时间", "2024-09-04"), ("复核结果", "不通过"), ("销号时间", "2024-09-06"));
        string.Join(' ', read.Case.Timeline.Select(step => step.Do)).ShouldBe("record route report reject report strikeOff");
        read.Questions.Single().ShouldSatisfyAllConditions(q => q.Rule.ShouldBe("second-report-assumed"), q => q.Address.ShouldBe("台账!P2"));
    }

    [Fact]
    public void A_voided_case_says_so() => Steps(("复核时间", "2024-09-04"), ("复核结果", "作废")).ShouldBe("record route void");

    [Theory]
    [InlineData("登记时间", "昨天", "moment-invalid", "台账!B2")]
    [InlineData("登记时间", null, "not-null", "台账!B2")]
    [InlineData("编号", null, "not-empty", "台账!A2")]
    [InlineData("类别", null, "not-empty", "台账!C2")]
    [InlineData("经度", "东边", "number-invalid", "台账!F2")]
    [InlineData("经度", "117.2", "not-null", "台账!G2")]
    [InlineData("严重程度", "要命", "severity-unknown", "台账!I2")]
    [InlineData("复核结果", "还行", "result-unknown", "台账!O2")]
    [InlineData("复核结果", "不通过", "not-null", "台账!N2")]
    public void What_is_not_understood_is_named_by_its_cell(string column, string? text, string rule, string address) =>
        Row((column, text)).Faults.ShouldContain(fault => fault.Rule == rule && fault.Address == address);

    [Fact]
    public void A_code_that_a_sheet_took_for_a_number_has_its_zeros_again_which_is_a_question()
    {
        var read = Read("C-1", "2024-09-02", 110d, 117.2, null, null, null, null, null, "U013", "2024-09-02", "2024-09-05");
        read.Case.Category.ShouldBe("0110");
        read.Questions.Select(question => $"{question.Address} {question.Rule}")
            .ShouldBe(["台账!C2 leading-zeros-assumed", "台账!D2 community-unknown"]);
    }

    [Fact]
    public void What_is_wrong_with_a_cell_is_said_under_its_heading() =>
        Row(("地址", new('路', 301))).Faults.Single().ShouldSatisfyAllConditions(
            fault => fault.Address.ShouldBe("台账!E2"), fault => fault.Detail.ShouldContain("“地址”"),
            fault => fault.Detail.ShouldNotContain("address", Case.Insensitive));

    [Fact]
    public void A_deadline_of_24_00_is_the_end_of_its_day() =>
        Row(("期限", "2024-09-05 24:00")).Case.Timeline[1].Due.ShouldBe(Row(("期限", "2024-09-05")).Case.Timeline[1].Due);

    [Fact]
    public void A_name_of_two_units_is_the_name_of_none() => Row(("责任单位", "市政办")).Case.Unit.ShouldBe("市政办");

    [Fact]
    public void A_refusal_of_the_case_is_shown_at_its_cell()
    {
        var read = Row(("整改时间", "2024-09-03"));
        string At(string pointer) => read.Remark(ImportRules.OutOfOrder with { Pointer = pointer }).Address;
        (At("/timeline/1/due"), At("/timeline/2/at"), At("/category"), At("/unit"), At("/timeline"), At("/timeline/9")).ShouldBe(
            ("台账!L2", "台账!M2", "台账!C2", "台账!J2", "台账!B2", "台账!B2"));
    }

    private static DateTimeOffset At(int day, int hour) => new(2024, 9, day, hour, 0, 0, TimeSpan.FromHours(8));

    private static string Steps(params (string Column, string? Text)[] cells) =>
        string.Join(' ', Row(cells).Case.Timeline.Select(step => step.Do));

    /// <summary>A routed case, with these cells instead.</summary>
    private static SheetFinding Row(params (string Column, string? Text)[] cells)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["编号"] = "C-1",
            ["登记时间"] = "2024-09-02",
            ["类别"] = "0110",
            ["责任单位"] = "U013",
            ["交办时间"] = "2024-09-02",
            ["期限"] = "2024-09-05",
        };
        foreach (var (column, text) in cells) values[column] = text;
        return Read([.. Headings.Select(heading => values.GetValueOrDefault(heading))]);
    }

    private static SheetFinding Read(params object?[] values)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("台账", [.. Headings.Select(heading => new Column(heading))]);
            book.Row(values);
        }
        file.Position = 0;
        return SheetFinding.Read(Workbook.Read(file)[0].Rows[0], Names);
    }
}
