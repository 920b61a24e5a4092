using Campaign.Inspections.Findings;
using Campaign.Inspections.Ledger;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Ledger;

public sealed class FindingHistorySpecs
{
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");
    private const string OtherNumber = "990101001-2024-000002";

    private static readonly FindingHistory Story = new(
        new LedgerNames(
            new Dictionary<string, string>(StringComparer.Ordinal) { [Unit] = "广场社区居委会" },
            new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["0110"] = "暴露垃圾" }),
        new Dictionary<Guid, string> { [Other] = OtherNumber });

    private static readonly IFindingEvent[] Everything =
    [
        Recorded, new DuplicateProposed(Other, OtherNumber, 12.5, Morning), new RelapseProposed(Other, OtherNumber, null, Morning, Morning),
        new ProposalDismissed(Other, null, Morning), new BeforePhotosAdded(Before, Morning), Routed, Acknowledged, Declined,
        new DeadlineExtended(Number, 1, Unit, Due.AddDays(1), "连续降雨。", Morning), Overdue, Reported,
        new VerificationAttempted(1, Unit, "院门紧锁", Morning), Rejected, StruckOff, Relapsed,
        new FindingVoided(Number, 1, "误报", Morning), new FindingMerged(Number, 1, Other, Morning),
        new FindingForciblyClosed(Number, 1, Unit, Due, "拆迁", Morning),
        new ImportedFindingWithdrawn(Number, 1, Guid.Empty, "日期填错", Morning),
    ];

    [Fact]
    public void Every_event_of_a_case_is_told()
    {
        var happen = InspectionsModule.Events.ByName.Values.Where(type => type.IsAssignableTo(typeof(IFindingEvent)));
        Everything.Select(e => e.GetType()).ShouldBe(happen, ignoreOrder: true);
        foreach (var e in Everything) Story.Tell(e).Text.ShouldEndWith("。", customMessage: e.GetType().Name);
    }

    [Fact]
    public void It_is_told_in_names()
    {
        Text(Recorded).ShouldBe("登记问题：东经 117.2°、北纬 33.6°，暴露垃圾（一般），垃圾桶旁暴露生活垃圾。");
        Text(Routed with { CooperatingUnits = [AnotherUnit] }).ShouldBe("交办给 广场社区居委会（U010 配合），期限 2024年9月4日09:00。");
        Text(Rejected).ShouldBe("复核不通过，退回 广场社区居委会 重新整改：仍有残留。");
        Text(new DuplicateProposed(Other, OtherNumber, 12.5, Morning)).ShouldBe("疑似与 990101001-2024-000002 重复（相距 12.5 米），待人工确认。");
        Text(new FindingMerged(Number, 1, Other, Morning)).ShouldBe("并入 990101001-2024-000002。");
        Text(new FindingMerged(Number, 1, Guid.Empty, Morning)).ShouldBe("并入 另一案件。");
        Text(new DeadlineExtended(Number, 1, Unit, Due.AddDays(9), "挂账：等待管网改造", Morning, SuspendedUntil: Due.AddDays(7)))
            .ShouldBe("挂账至 2024年9月11日09:00，期限顺延至 2024年9月13日09:00：等待管网改造。");
    }

    [Fact]
    public void Photos_are_shown_where_they_were_added()
    {
        Story.Tell(Recorded).Photos.ShouldBe(Before);
        Story.Tell(Reported).Photos.ShouldBe(After);
        Story.Tell(StruckOff with { Photos = Before }).Photos.ShouldBe(Before);
        Story.Tell(Acknowledged).Photos.ShouldBeEmpty();
    }

    private static string Text(IFindingEvent e) => Story.Tell(e).Text;
}
