using Campaign.Tasks.Imports;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Plans;

internal static class PlanRemarks
{
    /// <summary>What of a document a person should look at beside its assignments.</summary>
    public static IEnumerable<ImportRemark> Of(PlanDocument document)
    {
        foreach (var (index, annex) in (document.MissingAnnexes ?? []).Index())
            yield return new($"/missingAnnexes/{index}", RowOutcome.Questionable, $"附件“{annex}”未随方案附上，列为待补。");
        if (document.HeadCountBands is not { Count: > 0 } bands) yield break;
        foreach (var defect in Bands.Defects([.. bands.Select(band => band.ToBand())]))
            yield return new($"/headCountBands/{Math.Max(defect.Index, 0)}", RowOutcome.Questionable, defect.Detail);
    }
}
