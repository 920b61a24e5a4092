using Campaign.Testing;
using static Campaign.Documents.Specs.OfficeWorkbooks;

namespace Campaign.Documents.Specs;

/// <summary>Numbers and days as offices write them.</summary>
public sealed class OfficeCellSpecs
{
    [Fact]
    public void Long_numbers_are_refused_and_zeros_are_those_of_the_format()
    {
        var rows = Case("ledger-long-number-ids").Single().Under(Ledger).Rows;
        rows[0].Faults.Single().ShouldSatisfyAllConditions(
            fault => fault.Rule.ShouldBe("number-invalid"), fault => fault.Cell.Address.ShouldBe("台账!A2"));
        (rows[1]["编号"].Text, rows[1]["编号"].Whole, rows[2]["类别"].Text).ShouldBe(("0007", 7, "0110"));
    }

    [Theory]
    [InlineData("ledger-number-1e30", "台账!R2"), InlineData("ledger-number-NaN", "台账!R2")]
    public void A_number_beyond_all_numbers_is_named_at_its_cell(string file, string address) =>
        Case(file).Single().Under(Ledger).Rows.Single().Faults.Single().ShouldSatisfyAllConditions(
            fault => fault.Rule.ShouldBe("number-invalid"), fault => fault.Cell.Address.ShouldBe(address));

    [Fact]
    public void Days_are_read_as_people_type_them()
    {
        var rows = Case("ledger-dates-as-people-type-them").Single().Under(Ledger).Rows;
        rows.Select(row => row["登记时间"].Moment?.ToString("MM-dd HH:mm", null)).ShouldBe(
        [
            "09-05 00:00", "09-05 09:30", "09-05 09:30", "09-05 09:30", "09-05 16:40", "09-05 16:40", "09-05 16:40", "09-05 16:40",
            "09-05 00:00", null,
        ]);
        rows[9]["登记时间"].MomentFault!.Value.Detail.ShouldBe("是数字 45540，不是日期。请把单元格设为日期格式，或填写如 2024-09-02。");
    }

    [Theory]
    [InlineData("ledger-date-0001", "登记时间"), InlineData("ledger-due-9999", "期限"), InlineData("ledger-year-0001-spoils-export", "登记时间")]
    [InlineData("ledger-time-only-and-old-years", "登记时间")]
    public void A_day_of_another_time_is_a_slip_of_the_pen(string file, string column)
    {
        foreach (var row in Case(file).Single().Under(Ledger).Rows)
            (row[column].Moment, row[column].Date, row[column].MomentFault?.Rule).ShouldBe((null, null, "moment-out-of-range"));
    }

    [Theory]
    [InlineData(14), InlineData(31), InlineData(57), InlineData(58), InlineData(27), InlineData(164), InlineData(165)]
    public void Every_date_format_of_Chinese_Excel_is_a_date(int format) =>
        Styled(format).Date.ShouldBe(new DateOnly(2024, 9, 5));

    [Theory]
    [InlineData(0), InlineData(2), InlineData(166), InlineData(167)]
    public void A_number_is_a_number_whatever_its_colour(int format) => Styled(format).Number.ShouldBe(45540);

    private static Cell Styled(int format)
    {
        var book = new TinyWorkbook()
            .Styles($"""
                <numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
                <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/>
                <numFmt numFmtId="166" formatCode="[Red]0.00&quot;days&quot;"/>
                <numFmt numFmtId="167" formatCode="#,##0_ ;[Red]\-#,##0\ "/></numFmts>
                <cellXfs><xf/><xf numFmtId="{format}"/></cellXfs>
                """)
            .Sheet($"""
                <sheetData><row r="1">{TinyWorkbook.Text("A1", "日期")}</row><row r="2"><c r="A2" s="1"><v>45540</v></c></row></sheetData>
                """);
        return Book(book).Single().Rows.Single()["日期"];
    }
}
