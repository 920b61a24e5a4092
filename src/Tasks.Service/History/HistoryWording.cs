using System.Globalization;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.History;

/// <param name="At">Business time; null for the time of recording.</param>
internal sealed record Said(DateTimeOffset? At, string What, string? Reason = null, IReadOnlyList<string>? Photos = null);

/// <summary>Every event of an assignment as a sentence.</summary>
internal static class HistoryWording
{
    /// <param name="nameOf">Name of a unit by its code.</param>
    public static Said Of(IAssignmentEvent @event, Func<string, string> nameOf) => @event switch
    {
        AssignmentIssued e => new(
            e.At, $"下达给{nameOf(e.Unit)}{With(e.CooperatingUnits, nameOf)}，期限{Wording.Due(e.Due)}。"),
        AssignmentOverAtIssue e => new(e.At, "所属阶段在方案印发前已结束，按已结束导入。"),
        AssignmentAcknowledged e => new(e.At, $"{nameOf(e.Unit)}签收。"),
        BriefItemFiled e => new(e.At, $"{nameOf(e.Unit)}归档“{e.Key}”，附文件{e.Documents.Count}份。", e.Note),
        BriefItemRemoved e => new(e.At, $"{nameOf(e.Unit)}撤下“{e.Key}”。"),
        ProgressReported e => new(
            e.At, $"{nameOf(e.Unit)}{(e.Replaces is null ? "报告" : "更正")}进展{Percent(e.Percent)}{Work(e.Quantities)}。", e.Note, e.Photos),
        AssignmentSubmitted { Case: not null, Photos: [] } e => new(e.At, $"{nameOf(e.Unit)}上报整改，请现场复核。", e.Note),
        AssignmentSubmitted e => new(e.At, $"{nameOf(e.Unit)}上报完成{Value(e.Value)}{Work(e.Quantities)}。", e.Note, e.Photos),
        AssignmentReturned e => new(e.At, $"退回{nameOf(e.Unit)}重办{Redo(e.Items)}。", e.Reason),
        AssignmentApproved e => new(e.At, "审核通过。"),
        DeadlineExtended e => new(e.At, $"延期至{Wording.Due(e.Due)}。", e.Reason),
        ClockSuspended e => new(e.At, $"挂账至{Wording.Due(e.Until)}，期限顺延至{Wording.Due(e.Due)}。", e.Reason),
        ClockResumed e => new(e.At, $"恢复计时，期限{Wording.Due(e.Due)}。", e.Reason),
        DeadlineMoved e => new(e.At, $"期限由{Wording.Due(e.From)}调整为{Wording.Due(e.Due)}。", e.Reason),
        AssignmentRevised e => new(e.At, $"按调整后的方案办理：{e.Title}{With(e.CooperatingUnits, nameOf)}。", e.Reason),
        AssignmentBecameOverdue e => new(e.Due, $"期限{Wording.Due(e.Due)}已过，尚未办结，超期。"),
        AssignmentReassigned e => new(e.At, $"由{nameOf(e.From)}转办给{nameOf(e.Unit)}{With(e.CooperatingUnits, nameOf)}，期限不变。", e.Reason),
        AssignmentCancelled e => new(e.At, "撤销。", e.Reason),
        RectificationIssued e => new(e.At, $"交办给{nameOf(e.Unit)}{With(e.CooperatingUnits, nameOf)}，期限{Wording.Due(e.Due)}。"),
        RectificationDeclined e => new(e.At, $"{nameOf(e.Unit)}退回派单，重新待交办。", e.Reason),
        OccurrenceMissed e => new(e.Missed, "已过补办时限，未办理，记为错过。"),
        DutyCheckedIn e => new(e.At, $"{nameOf(e.Unit)}签到{e.People}人{(e.Away ? "，签到位置不在路段附近" : "")}。"),
        DutyShortStaffed e => new(e.At, $"{nameOf(e.Unit)}应到{e.Need}人，实到{e.Have}人。", e.Reason),
        IDeadlineEvent e => OfDeadline(e, nameOf),
        IFindingFact e => OfFinding(e, nameOf),
    };

    private static Said OfDeadline(IDeadlineEvent @event, Func<string, string> nameOf) => @event switch
    {
        ExtensionRequested e => new(e.At, $"{nameOf(e.Unit)}申请延期。", e.Reason),
        ExtensionRefused e => new(e.At, "不同意延期。", e.Reason),
        AssignmentSupervised e => new(e.At, "督办。", e.Reason),
        OverdueAppealed e => new(e.At, $"{nameOf(e.Unit)}就超期提出申诉。", e.Reason),
        OverdueAppealUpheld e => new(e.At, "申诉成立：曾超时，不计入统计。", e.Reason),
        OverdueAppealDismissed e => new(e.At, "申诉不成立。", e.Reason),
    };

    /// <summary>What came from the finding.</summary>
    private static Said OfFinding(IFindingFact @event, Func<string, string> nameOf) => @event switch
    {
        RectificationOpened e => new(e.At, $"案件{e.Case.CaseNumber}{(e.Case.Round > 1 ? $"反弹（第{e.Case.Round}轮）" : "登记")}，待交办。"),
        RectificationTakenOver e => new(e.At, $"原台账交办给{nameOf(e.Unit)}，期限{Wording.Due(e.Due)}。"),
        RectificationHandedBack e => new(e.At, $"原台账中{nameOf(e.Unit)}退回派单。"),
        RectificationExtended e => new(e.At, $"原台账延期至{Wording.Due(e.Due)}。"),
        RectificationBecameOverdue e => new(e.Due, $"期限{Wording.Due(e.Due)}已过，案件超期。"),
        RectificationRejected e => new(e.At, $"复核不通过，退回{nameOf(e.Unit)}重办。", e.Reason),
        RectificationStruckOff e => new(e.At, "复核通过，案件销号。"),
        RectificationCalledOff e => new(e.At, "随案件撤销。", e.Reason),
    };

    private static string With(IReadOnlyList<string>? units, Func<string, string> nameOf) =>
        units is { Count: > 0 } ? $"，由{string.Join("、", units.Select(nameOf))}配合" : "";

    private static string Percent(int? percent) => percent is null ? "" : $"，完成{percent}%";

    private static string Work(IReadOnlyList<Quantity>? quantities) =>
        quantities is { Count: > 0 } ? $"：{string.Join("，", quantities.Select(work => $"{work.Item}{work.Amount:0.###}{work.Unit}"))}" : "";

    private static string Value(Assignments.Stored.ReachedFigure? value) => value switch
    {
        { Number: { } number } => $"，数值{number.ToString("0.######", CultureInfo.InvariantCulture)}",
        { Yes: { } yes } => yes ? "，已达到" : "，未达到",
        _ => "",
    };

    private static string Redo(IReadOnlyList<Assignments.Stored.ItemToRedo>? items) =>
        items is { Count: > 0 } ? $"：{string.Join("；", items.Select(item => $"“{item.Key}”{item.Reason}"))}" : "";
}
