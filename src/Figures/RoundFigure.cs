namespace Campaign.Figures;

/// <summary>A figure that is made from rounds: the one definition for every board and document that shows it.</summary>
/// <param name="Code">Its name in JSON and in addresses; never changes.</param>
/// <param name="Name">In Chinese, with the name that 数字城管 gives to the same number.</param>
/// <param name="Numerator">What is counted, in words.</param>
/// <param name="Denominator">Of what, in words.</param>
/// <param name="Of">The rounds of the denominator.</param>
/// <param name="Outcome">What makes one count; null for the median of hours from the beginning of a round to its striking off.</param>
public sealed record RoundFigure(string Code, string Name, string Numerator, string Denominator, RoundSet Of, RoundOutcome? Outcome)
{
    private const string Period = "统计期";
    private const string Due = $"最后期限在{Period}的案件";

    public static IReadOnlyList<RoundFigure> All { get; } =
    [
        new("sameDayRouting", "日交办率", "登记当日（北京时间）即交办的案件", $"{Period}登记的案件", RoundSet.Recorded, RoundOutcome.SameDay),
        new("onTimeStrikeOff", "按期销号率（按期结案率）", "在最后期限前（含期限当时）复核销号的案件", Due, RoundSet.Due, RoundOutcome.OnTime),
        new("rework", "返工率", "整改至少一次复核不通过的案件", Due, RoundSet.Due, RoundOutcome.Rejected),
        new("relapse", "反弹率", "因反弹而开启的轮次", $"{Period}开启的整改轮次（登记、反弹）", RoundSet.Began, RoundOutcome.Relapse),
        new("overdueOpen", "超期未销号占比", "其中已过最后期限的案件", "期末（未到期末的为此刻）尚未了结的案件", RoundSet.Open, RoundOutcome.Overdue),
        new("strikeOffHours", "登记至销号时长（中位数）", $"{Period}销号的轮次", $"{Period}销号的轮次，自登记（或反弹）起计", RoundSet.StruckOff, null),
        new("handling", "处置率", "期末前至少上报过一次整改的案件（复核不通过的也计入）", Due, RoundSet.Due, RoundOutcome.Handled),
        new("handlingOnTime", "按期处置率", "在最后期限前至少上报过一次整改的案件（复核不通过的也计入）", Due, RoundSet.Due, RoundOutcome.HandledOnTime),
        new("closing", "结案率", "期末前已复核销号的案件（不论早晚）", Due, RoundSet.Due, RoundOutcome.StruckOff),
        new("extension", "延期率", "期限至少延过一次的案件", Due, RoundSet.Due, RoundOutcome.Extended),
    ];

    /// <summary>The sentence that stands beside the figure.</summary>
    public string Definition => Outcome is null
        ? $"{Denominator}，取小时数的中位数（{Of.Remark()}）。"
        : $"{Numerator} ÷ {Denominator}（{Of.Remark()}）。";

    /// <summary>The same in the words of a period that has a name: 本月.</summary>
    public RoundFigure For(string period) => this with
    {
        Numerator = Numerator.Replace(Period, period, StringComparison.Ordinal),
        Denominator = Denominator.Replace(Period, period, StringComparison.Ordinal),
    };

    public bool Counts(Round round, DateTimeOffset until) => Outcome is not { } outcome || outcome.Formula().Holds(round, until);

    /// <summary>Two decimals, halves away from zero; null of nothing.</summary>
    public static decimal? MedianHours(IEnumerable<TimeSpan> took)
    {
        var hours = took.Select(span => (decimal)span.Ticks / TimeSpan.TicksPerHour).Order().ToList();
        return hours.Count == 0
            ? null
            : Math.Round((hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2, 2, MidpointRounding.AwayFromZero);
    }
}
