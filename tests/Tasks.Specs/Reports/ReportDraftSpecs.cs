using Campaign.Tasks.Assignments;
using Campaign.Tasks.Reports;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Reports;

/// <summary>周报 and 半年小结 as the office finds them on its desk.</summary>
public sealed class ReportDraftSpecs
{
    private static readonly ReportLines Nothing = new(0, []);
    private static readonly ReportLine Line = new(Guid.Empty, "档案资料归档", TheUnit, Due, "缺少2019年资料");
    private static readonly DateTimeOffset Monday = new(2024, 9, 9, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly ReportFacts Quiet = new(
        ReportPeriod.Week(new(2024, 9, 2)), "南关街道", null, [], [], [], Nothing, Nothing, Nothing, Nothing);

    private static readonly ReportFacts Busy = Quiet with
    {
        Units = [new(TheUnit, 5, 4, 3, 2, 1, 1, 6, 1), new(AnotherUnit, 2, 1, 1, 1, 0, 0, 3, 0)],
        IssuedByKind = [new(AssignmentKind.OneOff, 5), new(AssignmentKind.Rectification, 2)],
        Work = [new(TheUnit, "宣传展板", "块", 22), new(AnotherUnit, "宣传展板", "块", 3.5m), new(TheUnit, "垃圾清运", "车", 186)],
        Done = new(6, [.. Enumerable.Range(1, 6).Select(number => Line with { Title = $"任务{number}" })]),
        Returned = new(1, [Line]),
        RedList = new(1, [Line]),
        DueNext = new(250, [Line]),
    };

    [Fact]
    public void A_week_is_told_in_figures()
    {
        var document = Draft(Busy);
        document.Title.ShouldBe("南关街道创建国家卫生城市工作周报（2024年9月2日至9月8日）");
        document.Sections.Select(section => section.Heading)
            .ShouldBe(["一、总体情况", "二、工作量统计", "三、各单位办理情况", "四、退回重办情况", "五、超期任务红色名单", "六、下周工作安排"]);
        document.Sections[0].Paragraphs.ShouldBe(
        [
            "本周（9月2日至9月8日），下达任务7项（一次性任务5项、整改任务2项）；上报5项次，审核通过4项，其中按期办结3项；退回重办1项次，新增超期1项。",
            "截至9月8日，在办任务9项，其中超期未办结1项。",
            "办结的主要任务：城管中队“任务1”；城管中队“任务2”；城管中队“任务3”；城管中队“任务4”；城管中队“任务5”等6项。",
        ]);
        document.Sections[1].Paragraphs.ShouldBe(["本周累计完成：宣传展板25.5块，垃圾清运186车。"]);
        document.Sections[2].Table!.Rows[0].ShouldBe(["城管中队", "5", "4", "3", "2", "1", "1", "6"]);
        (document.Signature, document.Date).ShouldBe(("南关街道创建国家卫生城市工作领导小组办公室", new DateOnly(2024, 9, 9)));
    }

    [Fact]
    public void What_went_back_and_what_is_late_is_named()
    {
        var document = Draft(Busy);
        document.Sections[3].Table!.Rows.Single().ShouldBe(["档案资料归档", "城管中队", "缺少2019年资料"]);
        document.Sections[4].Paragraphs.ShouldBe(["截至9月8日，超期未办结任务1项，请责任单位抓紧办理："]);
        document.Sections[4].Table!.Rows.Single().ShouldBe(["档案资料归档", "城管中队", "2024年9月5日24:00", "3"]);
        document.Sections[5].Paragraphs.ShouldBe(["下周到期任务250项（下表列前1项），请有关单位按期完成："]);
    }

    [Fact]
    public void A_quiet_week_says_so()
    {
        var document = Draft(Quiet);
        document.Sections.SelectMany(section => section.Paragraphs).ShouldBe(
        [
            "本周（9月2日至9月8日），未下达新任务；上报0项次，无任务办结；退回重办0项次，新增超期0项。", "截至9月8日，在办任务0项，其中超期未办结0项。",
            "本周各项任务未上报工作量。", "各单位无任务。", "本周无退回重办的任务。", "截至9月8日，无超期未办结的任务。", "下周无到期任务，请各单位继续抓好日常工作。",
        ]);
        document.Sections.ShouldAllBe(section => section.Table == null);
    }

    [Fact]
    public void A_report_on_one_unit_speaks_in_its_name()
    {
        var document = Draft(Busy with { Unit = "城管中队" });
        document.Title.ShouldStartWith("城管中队创建国家卫生城市工作周报");
        document.Sections.Select(section => section.Heading).ShouldNotContain("三、各单位办理情况");
        document.Signature.ShouldBe("城管中队");
        document.Sections[0].Paragraphs[2].ShouldStartWith("办结的主要任务：“任务1”；");
    }

    [Fact]
    public void The_half_year_and_the_turn_of_the_year()
    {
        Draft(Quiet with { Period = ReportPeriod.HalfYear(2024, 1) }).Title.ShouldBe("南关街道2024年上半年创建国家卫生城市工作小结");
        var second = ReportPeriod.HalfYear(2024, 2);
        (second.From, second.To, second.NextTo, second.NextName).ShouldBe((new(2024, 7, 1), new(2024, 12, 31), new(2025, 6, 30), "明年上半年"));
        ReportPeriod.Week(new(2024, 12, 30)).Title.ShouldBe("创建国家卫生城市工作周报（2024年12月30日至2025年1月5日）");
    }

    [Fact]
    public void In_a_week_that_is_running_all_is_as_of_now()
    {
        var friday = new DateTimeOffset(2024, 9, 6, 10, 30, 0, TimeSpan.FromHours(8));
        var late = Line with { Due = new(2024, 9, 5, 0, 0, 0, TimeSpan.FromHours(8)) };
        var sections = Draft(Busy with { RedList = new(1, [late]) }, friday).Sections;
        sections[0].Paragraphs[1].ShouldBe("截至今天（9月6日10:30），在办任务9项，其中超期未办结1项。");
        sections[4].Paragraphs.ShouldBe(["截至今天（9月6日10:30），超期未办结任务1项，请责任单位抓紧办理："]);
        sections[4].Table!.Rows[0].ShouldBe(["档案资料归档", "城管中队", "2024年9月4日24:00", "2"]);
    }

    [Fact]
    public void A_deadline_at_24_00_was_missed_on_the_day_that_ended_with_it()
    {
        Milestone.Of(Overdue)!.Day.ShouldBe(new(2024, 9, 5));
        Milestone.Of(Approved)!.Day.ShouldBe(new(2024, 9, 2));
    }

    private static ReportDocument Draft(ReportFacts facts, DateTimeOffset? now = null) =>
        new ReportDraft(
            facts, unit => unit == TheUnit ? "城管中队" : "环卫站", kind => kind is AssignmentKind.OneOff ? "一次性任务" : "整改任务",
            now ?? Monday).Document();
}
