using Campaign.Documents;
using Campaign.Tasks.Census;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tasks.Specs.Census;

public sealed class ImportCensusSpecs
{
    private static readonly DateOnly August = new(2024, 8, 20);
    private static readonly FormRow Noodles = new("E001", LastCheck: August, Attained: "是", Address: "解放路12号");

    [Fact]
    public void A_row_becomes_an_establishment_and_its_check()
    {
        var row = Single(new CensusForm().Read(Noodles));
        (row.Answer.Outcome, row.Answer.Note, row.Version).ShouldBe((RowOutcome.Understood, null, 0));
        row.Events.Select(Testing.Json.Of).ShouldBe(
        [
            Testing.Json.Of(new EstablishmentRegistered("E001", "老街面馆", "小餐饮", "C1", "解放路12号", Licence.Licensed, null, CensusForm.Now)),
            Testing.Json.Of(new EstablishmentChecked("E001", August, Attained: true, null, [], CensusForm.Now)),
        ]);
    }

    [Fact]
    public void A_community_is_known_by_its_code_too() =>
        ((EstablishmentRegistered)Single(new CensusForm().Read(Noodles with { Community = "C2" })).Events[0]).Community.ShouldBe("C2");

    [Fact]
    public void A_date_may_be_typed() =>
        ((EstablishmentChecked)Single(new CensusForm().Read(Noodles with { LastCheck = "2024年8月20日" })).Events[1]).On.ShouldBe(August);

    [Fact]
    public void What_cannot_be_taken_is_refused_at_its_cell()
    {
        Refused(Noodles with { Code = null }).ShouldBe("A2 没有填写编号。");
        Refused(Noodles with { Code = "第 1 家" }).ShouldStartWith("A2 编号须为");
        Refused(Noodles with { Name = null }).ShouldBe("B2 没有填写名称。");
        Refused(Noodles with { Name = new('店', 101) }).ShouldStartWith("B2 名称不能超过");
        Refused(Noodles with { Trade = null }).ShouldBe("C2 没有填写行业。");
        Refused(Noodles with { Trade = "银行" }).ShouldBe("C2 本街道的行业目录中没有“银行”。");
        Refused(Noodles with { Community = null }).ShouldBe("D2 没有填写社区。");
        Refused(Noodles with { Community = "城外社区" }).ShouldBe("D2 本街道没有登记社区“城外社区”。");
        Refused(Noodles with { Community = "同名社区" }).ShouldStartWith("D2 有不止一个社区");
        Refused(Noodles with { Address = new('路', 201) }).ShouldStartWith("E2 地址不能超过");
        Refused(Noodles with { Licence = "办理中" }).ShouldStartWith("F2 证照应填");
        Refused(Noodles with { LastCheck = "上周" }).ShouldStartWith("G2 不是日期或时间");
        Refused(Noodles with { LastCheck = new DateOnly(2024, 9, 3) }).ShouldBe("G2 检查日期晚于今天。");
        Refused(Noodles with { LastCheck = new DateOnly(1999, 12, 31) }).ShouldBe("G2 1999-12-31 不在 2000 年至 2100 年之间，请核对年份。");
        Refused(Noodles with { LastCheck = null }).ShouldStartWith("G2 填写了达标情况");
        Refused(Noodles with { Attained = "还行" }).ShouldStartWith("H2 达标应填");
    }

    [Fact]
    public void A_form_with_other_words_in_its_header_is_the_same_form()
    {
        var table = CensusForm.Sheet(
            ["编 号", "店铺名称", "行业类别", "所属社区（必填）", "地址", "证照", "检查日期", "是否达标", "联系电话"],
            ["E101", "某面馆", "小餐饮", "广场社区", "测试路1号", "持证", "2024-09-01", "否", "123"]);
        var row = Single(new CensusForm().Read(table));
        ((EstablishmentChecked)row.Events[1]).Attained.ShouldBe(false);
        NotRead.Of([table], table).Select(remark => remark.Address).ShouldBe(["五小普查!I1"]);
    }

    [Fact]
    public void A_number_beyond_all_numbers_is_refused_at_its_cell()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Cases", "census-number-1e30.xlsx"));
        var row = Single(new CensusForm().Read(Workbook.Read(file).Single().Under(CensusReading.Headings)));
        (row.Answer.Outcome, row.Answer.Cell).ShouldBe((RowOutcome.Refused, "五小普查!E2"));
    }

    [Fact]
    public void The_second_row_of_a_code_is_refused()
    {
        var rows = new CensusForm().Read(Noodles, Noodles with { Name = "新街面馆" });
        rows.Select(row => row.Answer.Outcome).ShouldBe([RowOutcome.Understood, RowOutcome.Refused]);
        rows[1].Answer.Note.ShouldBe("编号与第2行重复。");
    }

    [Fact]
    public void What_a_person_should_look_at_is_taken_with_a_question()
    {
        Question(new(), Noodles with { Licence = null }).ShouldBe("F2 没有填写证照，按未知导入。");
        Question(new(), Noodles with { Attained = null }).ShouldBe("H2 有检查日期而没有填写达标情况，按未判定导入。");
        Question(new CensusForm().Take(Noodles), Noodles with { Code = "E002" }).ShouldBe("B2 与编号E001同名同址，可能是同一家。");
        Question(new CensusForm().Take(Noodles), Noodles with { Attained = "否" }).ShouldBe("H2 平台上同一天的检查结果不同，将以本表为准。");
        Question(new CensusForm().Take(Noodles), Noodles with { LastCheck = August.AddDays(-1) })
            .ShouldBe("G2 平台上已有2024-08-20的检查，达标情况以较近的为准。");
    }

    [Fact]
    public void One_that_closed_down_does_not_come_back_by_a_form()
    {
        var form = new CensusForm().Take(Noodles).Happened("E001", new EstablishmentClosed("E001", August, null, CensusForm.Now));
        var row = Single(form.Read(Noodles with { Name = "新街面馆" }));
        (row.Answer.Outcome, row.Events.Count).ShouldBe((RowOutcome.Questionable, 0));
    }

    [Fact]
    public void What_a_form_leaves_empty_stays_as_it_is_known()
    {
        var form = new CensusForm().Take(Noodles);
        Single(form.Read(Noodles with { Address = null, Licence = null, Attained = null })).Answer.Outcome.ShouldBe(RowOutcome.Unchanged);
    }

    [Fact]
    public void A_form_that_grew_yields_what_is_new()
    {
        var next = new CensusForm().Take(Noodles).Read(Noodles with { LastCheck = August.AddDays(5), Attained = "否" }, new FormRow("E002"));
        next.Select(row => (row.Answer.Outcome, row.Version, row.Events.Count)).ShouldBe(
            [(RowOutcome.Understood, 2L, 1), (RowOutcome.Understood, 0L, 1)]);
    }

    [Fact]
    public void Twice_is_once()
    {
        var cell = Gen.Elements<string?>(null, "E1", "E2", "E3", "E4");
        var day = Gen.Elements<object?>(null, August, "2024-08-21", "昨天");
        var rows = from code in cell
                   from name in Gen.Elements("甲店", "乙店")
                   from trade in Gen.Elements("餐饮", "网吧", "银行")
                   from address in Gen.Elements<string?>(null, "解放路1号")
                   from licence in Gen.Elements<string?>(null, "持证", "过期")
                   from visited in day
                   from attained in Gen.Elements<string?>(null, "是", "否")
                   select new FormRow(code, name, trade, Address: address, Licence: licence, LastCheck: visited, Attained: attained);
        var forms = from before in rows.ListOf() from form in rows.ListOf() select (before: before.ToList(), form: form.ToList());
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(forms.ToArbitrary(), f =>
        {
            var census = new CensusForm();
            census.Take([.. census.Read(f.before).Where(Taken).Select(row => f.before[row.Answer.Row - 2])]);
            var taken = census.Read(f.form).Where(Taken).Select(row => f.form[row.Answer.Row - 2]).ToList();
            return census.Take(taken).Read(taken).All(row => row.Answer.Outcome is RowOutcome.Unchanged && row.Events.Count == 0);
        }));
    }

    private static bool Taken(ReadRow row) => row.Answer.Outcome is not RowOutcome.Refused;

    private static ReadRow Single(IReadOnlyList<ReadRow> rows) => rows.ShouldHaveSingleItem();

    private static string Refused(FormRow row) => Told(Single(new CensusForm().Read(row)), RowOutcome.Refused);

    private static string Question(CensusForm form, FormRow row) => Told(Single(form.Read(row)), RowOutcome.Questionable);

    private static string Told(ReadRow row, RowOutcome outcome)
    {
        row.Answer.Outcome.ShouldBe(outcome);
        (row.Events.Count > 0).ShouldBe(outcome is RowOutcome.Questionable);
        return $"{row.Answer.Cell!.Split('!')[1]} {row.Answer.Note}";
    }
}
