using Campaign.Documents;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

public sealed class PlanWorkbookSpecs
{
    private static readonly UnitNameResolver Names = new(Units, [new("P03", 1, "人大工委主任", PostRole.Guarantor, null, null, [], [])]);

    [Fact]
    public void An_action_without_tasks_is_read_by_the_names_documents_use()
    {
        var source = Understood(new PlanBook().Task(1, Roads.Name, null, "街道城管中队、环卫站", null, "是"));
        source.Document.SameAs(With(Roads with { Measures = [] })).ShouldBeTrue();
        Read(source.Document).Count.ShouldBe(12);
    }

    [Fact]
    public void A_task_has_a_lead_helpers_a_deadline_and_what_has_to_be_there()
    {
        var noon = new DateTimeOffset(2024, 3, 22, 12, 0, 0, TimeSpan.FromHours(8));
        var task = Understood(new PlanBook()
            .Task(1, "档案行动", "档案资料归档", "U010", "市监所、环卫站", "否", null, noon, "档案资料", "2019、2020")
            .Task(null, null, "宣传氛围", "环卫站", null, null, "全面达标阶段", null, null, null)).Document.Actions.Single().Tasks!;
        (task[0].Lead, task[0].Kind, task[0].Due).ShouldBe(("U010", AssignmentKind.Archive, noon));
        task[0].Cooperating.ShouldBe(["U024", "U011"]);
        task[0].Items.ShouldBe(["2019", "2020"]);
        (task[1].No, task[1].Title, task[1].Phases!.Single()).ShouldBe((2, "宣传氛围", "全面达标阶段"));
    }

    [Fact]
    public void A_kind_is_read_by_the_word_of_its_folder_and_no_other()
    {
        Understood(new PlanBook().Task(1, "行动", "布置", "U010", null, null, null, null, "点位准备")).Document.Actions[0].Tasks![0].Kind
            .ShouldBe(AssignmentKind.PointPreparation);
        Refused(new PlanBook().Task(1, "行动", "整改", "U010", null, null, null, null, "整改任务")).Single()
            .ShouldBe(new ImportRemark("任务!I2", RowOutcome.Refused, "任务类型须为一次性任务、档案资料或点位准备，不能是“整改任务”。"));
    }

    [Fact]
    public void A_day_as_deadline_lasts_until_its_midnight() =>
        Understood(new PlanBook().Task(1, "行动", "任务", "U010", null, null, null, "2024年3月22日")).Document.Actions[0].Tasks![0].Due
            .ShouldBe(new DateTimeOffset(2024, 3, 23, 0, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void All_communities_may_stand_among_the_units() =>
        Understood(new PlanBook().Task(1, "行动", "任务", "各社区")).Document.Actions[0].Tasks![0].AllCommunities.ShouldBeTrue();

    [Fact]
    public void A_unit_that_nobody_knows_is_refused_in_its_cell_with_those_it_may_be() =>
        Refused(new PlanBook().Task(1, "行动", "任务", "市场监管所")).ShouldBe(
            [new ImportRemark("任务!D2", RowOutcome.Refused, "没有登记“市场监管所”这个单位，是否为市场监督管理所（U024）？")]);

    [Fact]
    public void A_unit_like_no_other_is_refused_without_suggestion() =>
        Refused(new PlanBook().Task(1, "行动", "任务", "甲乙丙")).Single().Note.ShouldBe("没有登记“甲乙丙”这个单位。");

    [Theory]
    [InlineData("任务!A2", "一", "任务", "U010", null, null)]
    [InlineData("任务!F2", 1, "任务", "U010", "大概", null)]
    [InlineData("任务!H2", 1, "任务", "U010", null, "月底前")]
    [InlineData("任务!D2", 1, "任务", null, null, null)]
    public void What_cannot_be_read_is_refused_in_its_cell(
        string cell, object no, string title, string? lead, string? everybody, string? due) =>
        Refused(new PlanBook().Task(no, "行动", title, lead, null, everybody, null, due)).Select(remark => remark.At).ShouldBe([cell]);

    [Fact]
    public void Rows_with_and_without_a_task_do_not_mix_in_an_action() =>
        Refused(new PlanBook().Task(1, "行动", null, "U010").Task(1, "行动", "任务", "U011")).Select(remark => remark.At).ShouldBe(["任务!C3"]);

    [Fact]
    public void Of_several_leads_the_first_leads_and_a_person_is_asked()
    {
        var (source, remarks) = Read(new PlanBook().Task(1, "行动", "任务", "城管中队、环卫站"));
        (source!.Document.Actions[0].Tasks![0].Lead, source.Document.Actions[0].Tasks![0].Cooperating!.Single()).ShouldBe(("U010", "U011"));
        remarks.ShouldContain(remark => remark.At == "任务!D2" && remark.Outcome == RowOutcome.Questionable);
    }

    [Fact]
    public void The_bands_of_the_source_are_questioned_with_their_numbers_where_they_stand()
    {
        var source = Understood(new PlanBook().Task(1, "行动", null, "U010").Band(null, 5, 1).Band(5, 10, 3).Band(15, null, 4));
        PlanRemarks.Of(source.Document).Select(remark => (source.Where(remark.At), remark.Note)).ShouldBe(
            [("人数档!A3", "人数档有重叠：5人同时属于第1档和第2档。"), ("人数档!A4", "人数档有缺口：11至14人没有对应的档。")]);
    }

    [Fact]
    public void Annexes_that_nobody_has_are_missing() =>
        Understood(new PlanBook().Task(1, "行动", null, "U010").Annex("任务分解表", null).Annex("路段图", "有")).Document.MissingAnnexes.ShouldBe(
            ["任务分解表"]);

    [Fact]
    public void A_plan_without_a_date_is_none() =>
        Refused(new PlanBook().Head("6号", "工作方案", "办事处", "三月").Task(1, "行动", null, "U010")).Single().At.ShouldBe("方案!D2");

    [Theory]
    [InlineData(1999), InlineData(2101)]
    public void A_day_beyond_the_bounds_is_refused_in_its_cell(int year) =>
        Refused(new PlanBook().Head("6号", "工作方案", "办事处", new DateOnly(year, 3, 19)).Task(1, "行动", null, "U010"))
            .ShouldBe([new ImportRemark("方案!D2", RowOutcome.Refused, $"{year}-03-19 不在 2000 年至 2100 年之间，请核对年份。")]);

    [Fact]
    public void A_sheet_that_is_missing_is_named()
    {
        var tables = new PlanBook().Tables().Where(table => table.Sheet != "阶段").ToList();
        Should.Throw<WorkbookException>(() => PlanWorkbook.Read(tables, Names, AssignmentStory.Kinds)).Rule.ShouldBe("sheet-missing");
    }

    [Fact]
    public void An_alias_of_two_units_is_nobodys()
    {
        var names = new UnitNameResolver([.. Units, new("U099", 1, "第二市监所", null, null, January, null, ["市监所"])], []);
        names.Unit("市监所").Problem.ShouldBe("“市监所”不止一个单位：市场监督管理所（U024）、第二市监所（U099），请改写编号。");
    }

    private static (PlanSource? Source, IReadOnlyList<ImportRemark> Remarks) Read(PlanBook book) =>
        PlanWorkbook.Read(book.Tables(), Names, AssignmentStory.Kinds);

    private static IReadOnlyList<ReadItem> Read(PlanDocument document) => PlanStory.Read(document);

    private static PlanSource Understood(PlanBook book)
    {
        var (source, remarks) = Read(book);
        remarks.Where(remark => remark.Outcome is RowOutcome.Refused).ShouldBeEmpty();
        return source.ShouldNotBeNull();
    }

    private static IReadOnlyList<ImportRemark> Refused(PlanBook book)
    {
        var (source, remarks) = Read(book);
        source.ShouldBeNull();
        return [.. remarks.Where(remark => remark.Outcome is RowOutcome.Refused)];
    }
}
