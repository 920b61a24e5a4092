using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>Every score has exactly one grade.</summary>
internal static class GradingLint
{
    private const int MaxGrades = 10;
    private const int MaxName = 20;

    public static IEnumerable<FieldError> Of(Grading? grading)
    {
        if (grading is null) yield break;
        if (!Enum.IsDefined(grading.MonthBy)) yield return new("/grades/monthBy", "grading-unknown", "月评只能是 mean、worst 或 majority。");
        if (!Enum.IsDefined(grading.TotalBy)) yield return new("/grades/totalBy", "grading-unknown", "总评只能是 mean、worst 或 majority。");
        if (grading.Bands is not { Count: > 0 and <= MaxGrades } bands || bands.Contains(null!))
        {
            yield return new("/grades/bands", "bands-invalid", $"等次须有 1 到 {MaxGrades} 个。");
            yield break;
        }
        var (names, bounds) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<decimal>());
        foreach (var (index, band) in bands.Index())
        {
            var place = $"/grades/bands/{index}";
            if (band.Name is not { Length: > 0 and <= MaxName })
                yield return new($"{place}/name", "name-invalid", $"等次名称须有 1 到 {MaxName} 个字。");
            else if (!names.Add(band.Name)) yield return new($"{place}/name", "grade-twice", $"等次“{band.Name}”出现了不止一次。");
            if (band.From < 0 || !Numbers.IsPoints(band.From)) yield return new($"{place}/from", "out-of-range", "下限须在 0 到 100 之间，最多四位小数。");
            if (!bounds.Add(band.From)) yield return new($"{place}/from", "bands-overlap", $"不止一个等次从 {band.From:0.####} 分开始。");
        }
        if (bounds.Min() > 0) yield return new("/grades/bands", "bands-gap", $"没有包括 {bounds.Min():0.####} 分以下的等次，最低等次的下限须为 0。");
    }
}
