using Campaign.Inspections.Findings;
using Campaign.Inspections.Ledger;

namespace Campaign.Inspections.Figures;

/// <param name="Definition">The sentence that stands beside the figure.</param>
internal sealed record RateOf(string Code, string Name, string Definition, IFigureList Part, IFigureList Whole);

internal sealed record CountOf(string Code, string Name, string Definition, IFigureList Cases);

internal sealed record MedianOf(string Code, string Name, string Definition, RoundList Rounds);

/// <summary>
/// What a leader asks for, and the rates of 数字城管. The same formulas as in the bulletin of Scoring: two boards that
/// disagree are worse than none.
/// </summary>
internal sealed record FigureCatalogue(IReadOnlyList<RateOf> Rates, IReadOnlyList<CountOf> Counts, MedianOf Median)
{
    private const string Due =
        "期限落在统计期内且已到期的案件（以延期后的最后期限为准，一案多轮的以期内最后一轮计；作废、并案不计，强制结案计入）";
    private const string Digital = "（数字城管口径；本平台只有一个期限，应处置与应结案为同一批案件）";

    /// <param name="now">A deadline that has not passed by then is not due.</param>
    public static FigureCatalogue Of(DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var recorded = new LedgerFilter(Counted: true, RecordedFrom: from, RecordedTo: to);
        var due = new LedgerFilter(Counted: true, DueFrom: from, DueTo: to, DueBy: now);
        var began = new RoundFilter(BeganFrom: from, BeganTo: to);
        var closed = new LedgerFilter(ClosedFrom: from, ClosedTo: to);
        var allDue = new FindingList(due);

        return new(
            [
                new("onTimeStrikeOff", "按期销号率", $"在期限内（含期限当时）复核销号的案件 ÷ {Due}。", Became(DeadlineOutcome.OnTime), allDue),
                new("sameDayRouting", "日交办率", "登记当天（北京时间）交办的案件 ÷ 统计期内登记的案件（作废、并案不计）。",
                    new FindingList(recorded with { SameDay = true }), new FindingList(recorded)),
                new("rework", "返工率", $"至少一次复核不通过的案件 ÷ {Due}。", new FindingList(due with { Reworked = true }), allDue),
                new("relapse", "反弹率", "由反弹开始的轮次 ÷ 统计期内开始的全部轮次（登记、反弹各开始一轮；作废、并案不计）。",
                    new RoundList(began with { Relapse = true }), new RoundList(began)),
                new("handled", "处置率", $"责任单位已上报整改且未被退回的案件 ÷ {Due}{Digital}。", Became(DeadlineOutcome.Handled), allDue),
                new("handledOnTime", "按期处置率", $"在期限内上报整改且未被退回的案件 ÷ {Due}{Digital}。", Became(DeadlineOutcome.HandledOnTime), allDue),
                new("closed", "结案率", $"已复核销号的案件（不论早晚，强制结案不算）÷ {Due}{Digital}。", Became(DeadlineOutcome.StruckOff), allDue),
                new("closedOnTime", "按期结案率", $"在期限内复核销号的案件 ÷ {Due}{Digital}。", Became(DeadlineOutcome.OnTime), allDue),
                new("extended", "延期率", $"该轮期限至少延过一次的案件 ÷ {Due}{Digital}。", Became(DeadlineOutcome.Extended), allDue),
            ],
            [
                new("overdueOpen", "超期未销号", "此刻已超期、尚未了结的案件，不限统计期。", new FindingList(new(Open: true, Overdue: true))),
                new("struckOff", "销号", "统计期内复核销号、未再反弹的案件。",
                    new FindingList(new(Status: [FindingStatus.StruckOff], StruckOffFrom: from, StruckOffTo: to))),
                new("forcedClosed", "强制结案", "统计期内强制结案的案件，不算销号。", Closed(FindingStatus.ForcedClosed)),
                new("merged", "并案", "统计期内并入其他案件的案件。", Closed(FindingStatus.Merged)),
                new("voided", "作废", "统计期内作废的案件。", Closed(FindingStatus.Voided)),
            ],
            new("medianHours", "销号用时中位数", "统计期内销号的各轮，自登记（或反弹）至销号的小时数的中位数（作废、并案不计）。",
                new RoundList(new(StruckOffFrom: from, StruckOffTo: to))));

        FindingList Became(DeadlineOutcome outcome) => new(due with { Outcome = outcome });
        FindingList Closed(FindingStatus how) => new(closed with { Status = [how] });
    }
}
