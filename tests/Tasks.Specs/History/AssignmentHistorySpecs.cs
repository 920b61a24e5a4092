using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.History;
using Campaign.Tasks.Progress;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.History;

public sealed class AssignmentHistorySpecs
{
    [Fact]
    public void Every_event_of_an_assignment_has_its_sentence()
    {
        var events = TasksModule.Events.ByName.Values.Select(Samples.Of).OfType<IAssignmentEvent>().ToList();
        events.Count.ShouldBeGreaterThan(20);
        events.ShouldAllBe(e => Said(e).EndsWith('。'));
    }

    [Fact]
    public void A_history_reads_as_people_tell_it()
    {
        Said(Issued with { CooperatingUnits = [AnotherUnit] }).ShouldBe("下达给城管中队，由环卫站配合，期限2024年9月5日24:00。");
        Said(Acknowledged).ShouldBe("城管中队签收。");
        Said(new ProgressReported(
            Guid.Empty, TheUnit, null, 60, [new("宣传展板", 22, "块"), new("垃圾清运", 1.5m, "吨")], [], new(2024, 9, 2), null, Noon))
            .ShouldBe("城管中队报告进展，完成60%：宣传展板22块，垃圾清运1.5吨。");
        Said(new BriefItemFiled(TheUnit, "2019/控烟", Photos, null, Noon)).ShouldBe("城管中队归档“2019/控烟”，附文件1份。");
        Said(new AssignmentReturned(TheUnit, "资料不全", Noon, [new("2019/控烟", "缺照片")])).ShouldBe("退回城管中队重办：“2019/控烟”缺照片。");
        Said(Submitted with { Value = new(81.50m, null) }).ShouldBe("城管中队上报完成，数值81.5。");
        Said(Overdue).ShouldBe("期限2024年9月5日24:00已过，尚未办结，超期。");
    }

    [Fact]
    public void A_return_gives_the_reason_and_a_submission_the_photos()
    {
        HistoryWording.Of(Returned, NameOf).Reason.ShouldBe("缺少2019年资料");
        HistoryWording.Of(Submitted, NameOf).Photos.ShouldBe(Photos);
    }

    private static string Said(IAssignmentEvent @event) => HistoryWording.Of(@event, NameOf).What;

    private static string NameOf(string unit) => unit == TheUnit ? "城管中队" : "环卫站";
}
