using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Ledger;

/// <summary>The events of a finding in the words of its people.</summary>
/// <param name="numbers">Case numbers of the others that <see cref="Others"/> named.</param>
internal sealed class FindingHistory(LedgerNames names, IReadOnlyDictionary<Guid, string> numbers)
{
    public HistoryLine Line(RecordedEvent e, string name)
    {
        var (at, text, photos) = e.Data is IFindingEvent happened ? Tell(happened) : (null, "", []);
        return new(e.Version, name, ChinaTime.Local(at ?? e.RecordedAt), e.RecordedAt, e.Metadata.User, text, photos, e.Data);
    }

    public static IEnumerable<Guid> Others(object @event) => @event switch
    {
        FindingMerged e => [e.Into],
        FindingRelapsed { Finding: { } finding } => [finding],
        ProposalDismissed e => [e.Other],
        _ => [],
    };

    public (DateTimeOffset? At, string Text, IReadOnlyList<string> Photos) Tell(IFindingEvent @event) => @event switch
    {
        FindingRecorded e =>
            (e.At, $"登记问题：{Where(e.Place)}，{names.Category(e.Category)}（{e.Severity.Word()}），{Sentence(e.Description)}", e.Photos),
        DuplicateProposed e => (e.At, $"疑似与 {e.OtherNumber} 重复（{Near(e.Metres)}），待人工确认。", []),
        RelapseProposed e => (e.At, $"疑似 {e.OtherNumber} 反弹（{Near(e.Metres)}），待人工确认。", []),
        ProposalDismissed e => (e.At, $"确认与 {Number(e.Other)} 不是同一问题{Because(e.Reason)}", []),
        BeforePhotosAdded e => (e.At, $"补充整改前照片 {e.Photos.Count} 张。", e.Photos),
        FindingRouted e => (e.At, $"交办给 {names.Unit(e.Unit)}{Helped(e.CooperatingUnits)}，期限 {ChinaTime.DeadlineText(e.Due)}。", []),
        FindingAcknowledged e => (e.At, $"{names.Unit(e.Unit)} 签收。", []),
        RoutingDeclined e => (e.At, $"{names.Unit(e.Unit)} 退回派单{Because(e.Reason)}", []),
        DeadlineExtended { SuspendedUntil: { } until } e =>
            (e.At, $"挂账至 {ChinaTime.DeadlineText(until)}，期限顺延至 {ChinaTime.DeadlineText(e.Due)}{Because(Plain(e.Reason))}", []),
        DeadlineExtended e => (e.At, $"期限延至 {ChinaTime.DeadlineText(e.Due)}{Because(e.Reason)}", []),
        FindingBecameOverdue e => (e.Due, $"至 {ChinaTime.DeadlineText(e.Due)} 未销号，超期。", []),
        RectificationReported { OnSite: true } e => (e.At, $"{names.Unit(e.Unit)} 上报整改，请现场复核{Because(e.Note)}", []),
        RectificationReported e => (e.At, $"{names.Unit(e.Unit)} 上报整改{Because(e.Note)}", e.Photos),
        VerificationAttempted e => (e.At, $"复核人员到场，无法核实{Because(e.Reason)}", e.Photos ?? []),
        RectificationRejected e => (e.At, $"复核不通过，退回 {names.Unit(e.Unit)} 重新整改{Because(e.Reason)}", e.Photos ?? []),
        FindingStruckOff { OnSite: true } e => (e.At, "现场复核通过，销号。", e.Photos ?? []),
        FindingStruckOff e => (e.At, "复核通过，销号。", e.Photos ?? []),
        FindingRelapsed e => (e.At, $"反弹，第 {e.Round} 轮开始{From(e.Finding)}{Because(e.Reason)}", e.Photos ?? []),
        FindingVoided e => (e.At, $"作废{Because(e.Reason)}", []),
        ImportedFindingWithdrawn e => (e.At, $"撤回导入{Because(e.Reason)}", []),
        FindingMerged e => (e.At, $"并入 {Number(e.Into)}。", []),
        FindingForciblyClosed e => (e.At, $"强制结案{Because(e.Reason)}", []),
    };

    private string Where(Place place) => place switch
    {
        { Community: { } community } when place.Wording() is { } wording => $"{names.Community(community)} {wording}",
        { Community: { } community } => names.Community(community)!,
        _ => place.Wording() ?? $"东经 {place.Longitude}°、北纬 {place.Latitude}°",
    };

    private string Helped(IReadOnlyList<string> units) => units.Count == 0 ? "" : $"（{string.Join('、', units.Select(names.Unit))} 配合）";

    private string Number(Guid id) => numbers.GetValueOrDefault(id, "另一案件");

    private string From(Guid? finding) => finding is { } id ? $"（由 {Number(id)} 并入）" : "";

    private static string Near(double? metres) => metres is { } distance ? $"相距 {distance:0.0} 米" : "地点相同";

    /// <summary>Tasks says before the reason what it is the reason of.</summary>
    private static string Plain(string reason) => reason.StartsWith("挂账：", StringComparison.Ordinal) ? reason["挂账：".Length..] : reason;

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "。" : $"：{Sentence(reason)}";

    private static string Sentence(string text) => $"{text.Trim().TrimEnd('。')}。";
}
