using System.Globalization;

namespace Campaign.Inspections.Inspections;

/// <summary>The events of an inspection in the words of its people; those of a finding are told by the ledger.</summary>
internal static class InspectionHistory
{
    public static string Tell(IInspectionEvent @event) => @event switch
    {
        InspectionPlanned e => $"安排检查，{Day(e.From)} 至 {Day(e.Until)}。",
        InspectionCancelled e => $"取消检查安排：{e.Reason}",
        ImportedInspectionWithdrawn e => $"撤回导入：{e.Reason}",
        InspectionStarted e => $"开始检查，检查日期 {Day(e.Date)}。",
        InspectionItemScored { Item.NotApplicable: true } e => $"第 {e.Item.No} 项评为不适用。",
        InspectionItemScored e => $"第 {e.Item.No} 项扣 {Points(e.Item.Deduction)} 分。",
        InspectionItemsCorrected e => $"更正评分，共扣 {Points(e.Items.Sum(item => item.Deduction))} 分。",
        DeductionBecameFinding e => $"第 {e.Item} 项扣分转为问题。",
        InspectionSubmitted => "提交评分。",
        InspectionConfirmed e => e.Score is { } score ? $"确认成绩 {Points(score)} 分。" : "确认成绩：无适用项，不计分。",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Points(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);
}
