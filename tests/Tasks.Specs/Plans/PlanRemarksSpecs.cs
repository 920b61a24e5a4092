using Campaign.Tasks.Imports;
using Campaign.Tasks.Plans;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

public sealed class PlanRemarksSpecs
{
    [Fact]
    public void A_preview_names_what_is_missing_and_what_bands_leave_open() =>
        Remarks(Document with { MissingAnnexes = ["任务分解表", "责任路段图"], HeadCountBands = [new(null, 5, 1)] }).ShouldBe(
        [
            "/missingAnnexes/0 附件“任务分解表”未随方案附上，列为待补。", "/missingAnnexes/1 附件“责任路段图”未随方案附上，列为待补。",
            "/headCountBands/0 人数档有缺口：6人及以上没有对应的档。",
        ]);

    [Theory]
    [InlineData(null), InlineData(0), InlineData(1)]
    public void The_lowest_band_begins_with_the_first_person_however_it_is_written(int? from) =>
        Remarks(Document with { HeadCountBands = [new(from, 5, 1), new(6, null, 3)] }).ShouldBeEmpty();

    private static IEnumerable<string> Remarks(PlanDocument document)
    {
        var remarks = PlanRemarks.Of(document).ToList();
        remarks.ShouldAllBe(remark => remark.Outcome == RowOutcome.Questionable);
        return remarks.Select(remark => $"{remark.At} {remark.Note}");
    }
}
