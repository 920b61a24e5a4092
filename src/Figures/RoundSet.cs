namespace Campaign.Figures;

/// <summary>The rounds that a figure is of.</summary>
public enum RoundSet
{
    /// <summary>Whose last deadline lies in the period and has come; of a finding the last such round.</summary>
    Due,

    /// <summary>Begun in the period, by a recording or a relapse.</summary>
    Began,

    /// <summary>Begun in it by a recording.</summary>
    Recorded,

    /// <summary>Struck off in it.</summary>
    StruckOff,

    /// <summary>Neither struck off nor closed by force at its end, or now.</summary>
    Open,
}

public static class RoundSets
{
    /// <param name="finding">The rounds of one finding as of <see cref="FigurePeriod.Until"/>.</param>
    public static IEnumerable<Round> Of(this RoundSet set, IReadOnlyList<Round> finding, FigurePeriod period) => set switch
    {
        RoundSet.Due => finding.Where(round => period.HasDeadline(round.Due) && round.Due <= period.Until).TakeLast(1),
        RoundSet.Began => finding.Where(round => period.Has(round.BeganAt)),
        RoundSet.Recorded => finding.Where(round => round.Number == 1 && period.Has(round.BeganAt)),
        RoundSet.StruckOff => finding.Where(round => round.BeganAt is not null && period.Has(round.StruckOffAt)),
        RoundSet.Open => finding.Where(round => round.BeganAt < period.End && round.EndedAt is null),
    };

    /// <summary>Whom a round counts for.</summary>
    public static string? UnitOf(this RoundSet set, Round round) => set switch
    {
        RoundSet.Began or RoundSet.Recorded => round.BeganUnit,
        RoundSet.Due or RoundSet.StruckOff or RoundSet.Open => round.Unit,
    };

    /// <summary>What is said beside every figure of the set.</summary>
    public static string Remark(this RoundSet set) => set switch
    {
        RoundSet.Due => "期限以延期后的最后期限为准，24:00到期的算当日；一案多轮的以期内最后到期的一轮计；作废、并案不计，强制结案计入但不算销号",
        RoundSet.Began or RoundSet.Recorded => "作废、并案不计",
        RoundSet.StruckOff => "作废、并案不计，强制结案不算销号",
        RoundSet.Open => "不限登记时间；作废、并案不计，强制结案的已了结",
    };
}
