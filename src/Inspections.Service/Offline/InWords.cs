using System.Globalization;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Visits;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Offline;

/// <summary>What happened to a case or on an inspection, in a sentence for whoever decides between two versions.</summary>
internal static class InWords
{
    public static string Of(object @event) => @event switch
    {
        FindingRecorded e => $"登记案件：{e.Description}",
        BeforePhotosAdded e => $"补充整改前照片 {e.Photos.Count} 张",
        DuplicateProposed e => $"提示疑似与案件 {e.OtherNumber} 重复",
        RelapseProposed e => $"提示疑似案件 {e.OtherNumber} 反弹",
        ProposalDismissed => "排除疑似",
        FindingRouted e => $"交办 {e.Unit}，期限 {Time(e.Due)}",
        FindingAccepted e => $"{e.Unit} 签收",
        RoutingDeclined e => $"{e.Unit} 退回派单：{e.Reason}",
        DeadlineExtended e => $"延期至 {Time(e.Due)}：{e.Reason}",
        FindingBecameOverdue e => $"{e.Unit} 超期，期限 {Time(e.Due)}",
        RectificationReported e => $"{e.Unit} 上报整改，照片 {e.Photos.Count} 张",
        RectificationRejected e => $"复核不通过：{e.Reason}",
        FindingStruckOff => "复核通过，销号",
        FindingRelapsed e => $"登记反弹，进入第 {e.Round} 轮：{e.Reason}",
        FindingVoided e => $"作废：{e.Reason}",
        FindingMerged => "并入另一案件",
        FindingForciblyClosed e => $"强制结案：{e.Reason}",
        InspectionPlanned e => $"安排检查，{Day(e.From)} 至 {Day(e.Until)}",
        InspectionCancelled e => $"取消检查安排：{e.Reason}",
        InspectionStarted e => $"开始检查，检查日期 {Day(e.Date)}",
        InspectionItemScored { Item.NotApplicable: true } e => $"第 {e.Item.No} 项评为不适用",
        InspectionItemScored e => $"第 {e.Item.No} 项扣 {Points(e.Item.Deduction)} 分",
        InspectionItemsCorrected e => $"更正评分，共扣 {Points(e.Items.Sum(item => item.Deduction))} 分",
        DeductionBecameFinding e => $"第 {e.Item} 项扣分转为问题",
        InspectionSubmitted => "提交评分",
        InspectionConfirmed e => e.Score is { } score ? $"确认成绩 {Points(score)} 分" : "确认成绩：无适用项，不计分",
        _ => "其他变更",
    };

    private static string Time(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Points(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);
}
