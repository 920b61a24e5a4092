namespace Campaign.Scoring.Figures;

/// <summary>What figures meant that were pinned before the boards shared one definition: an old bulletin reads as it did.</summary>
internal static class FormerMeanings
{
    private static readonly Dictionary<string, (string Numerator, string Denominator)> ByCode = new(StringComparer.Ordinal)
    {
        ["sameDayRouting"] = ("登记当日即交办的案件", "本月登记的案件"),
        ["onTimeStrikeOff"] = ("在最后期限前销号的案件", "最后期限在本月的案件"),
        ["overdueOpen"] = ("其中已超过最后期限的案件", "期末仍未销号的案件"),
        ["strikeOffHours"] = ("本月首次销号的案件", "本月首次销号的案件"),
        ["handling"] = ("期末前已上报整改的案件", "最后期限在本月的案件"),
        ["handlingOnTime"] = ("在最后期限前上报整改的案件", "最后期限在本月的案件"),
        ["closing"] = ("期末前已销号的案件", "最后期限在本月的案件"),
        ["extension"] = ("曾经延期的案件", "最后期限在本月的案件"),
    };

    public static Figure Of(Figure figure) => ByCode.TryGetValue(figure.Code, out var former)
        ? figure with { Numerator = former.Numerator, Denominator = former.Denominator }
        : figure;
}
