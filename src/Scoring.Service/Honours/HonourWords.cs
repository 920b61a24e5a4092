namespace Campaign.Scoring.Honours;

/// <summary>How rankings, bulletins and lists name what a subject is taken out for or commended for.</summary>
internal static class HonourWords
{
    public static string Of(VetoGround? ground) => ground switch
    {
        VetoGround.Criticism => "通报批评",
        VetoGround.Exposure => "媒体曝光",
        VetoGround.Veto or null => "一票否决",
    };

    public static string Of(CommendationLevel? level) => level switch
    {
        CommendationLevel.City => "市级表扬",
        CommendationLevel.District => "区级表扬",
        CommendationLevel.Street => "街道表扬",
        null => "表扬",
    };

    /// <summary>通报批评、媒体曝光; of a subject that is vetoed.</summary>
    /// <param name="honours">Null where a month was closed before they were noted.</param>
    public static string Grounds(SubjectHonours? honours) =>
        honours is null ? Of(ground: null) : string.Join('、', honours.Vetoes.Select(v => Of(v.Ground)).Distinct(StringComparer.Ordinal));

    /// <summary>受市级表扬、区级表扬2次; null where there is none.</summary>
    public static string? Praise(SubjectHonours? honours) => honours is { Commendations.Count: > 0 }
        ? $"受{string.Join('、', honours.Commendations.Select(c => Of(c.Level)).CountBy(name => name, StringComparer.Ordinal).Select(Times))}"
        : null;

    /// <summary>What stands beside the rank; null where there is nothing to say.</summary>
    public static string? Remark(bool vetoed, SubjectHonours? honours)
    {
        string?[] remarks = [vetoed ? $"{Grounds(honours)}，不参加评先" : null, Praise(honours)];
        return string.Join('；', remarks.OfType<string>()) is { Length: > 0 } remark ? remark : null;
    }

    private static string Times(KeyValuePair<string, int> praise) => praise.Value == 1 ? praise.Key : $"{praise.Key}{praise.Value}次";
}
