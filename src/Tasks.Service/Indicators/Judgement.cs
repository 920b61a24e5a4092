using Campaign.Tasks.Responsibility;

namespace Campaign.Tasks.Indicators;

internal enum Attainment { Attained, NotAttained, InsufficientData }

internal static class Attainments
{
    public static string Chinese(this Attainment result) => result switch
    {
        Attainment.Attained => "达标",
        Attainment.NotAttained => "未达标",
        Attainment.InsufficientData => "数据不足",
    };
}

/// <param name="Reason">The figures and years behind it, or what is missing, as a sentence.</param>
internal sealed record Judgement(Attainment Result, string Reason)
{
    public static Judgement Of(bool attained, string reason) => new(attained ? Attainment.Attained : Attainment.NotAttained, reason);

    public static Judgement Insufficient(string reason) => new(Attainment.InsufficientData, reason);

    /// <summary>All must attain. What fails for certain fails the whole, whatever else is missing; it is told first.</summary>
    public static Judgement All(IReadOnlyList<(string Name, Judgement Judgement)> parts)
    {
        var worst = parts.Max(part => Severity(part.Judgement.Result));
        var told = parts.Where(part => worst == 0 || Severity(part.Judgement.Result) > 0)
            .OrderByDescending(part => Severity(part.Judgement.Result));
        return new(
            parts.First(part => Severity(part.Judgement.Result) == worst).Judgement.Result,
            string.Concat(told.Select(part => $"{part.Name}：{part.Judgement.Reason}")));
    }

    /// <summary>以街道为单位: an average says nothing; who falls short or has not reported is named.</summary>
    public static Judgement OfStreets(IReadOnlyList<(string Name, Judgement Judgement)> streets)
    {
        if (streets.Count == 0) return Insufficient("尚未登记街道，无法按街道评价。");
        var all = All(streets);
        return all.Result is Attainment.Attained ? all with { Reason = $"{streets.Count}个街道全部达标。" } : all;
    }

    private static int Severity(Attainment result) => result switch
    {
        Attainment.Attained => 0,
        Attainment.InsufficientData => 1,
        Attainment.NotAttained => 2,
    };
}
