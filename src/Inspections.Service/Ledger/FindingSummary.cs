using Campaign.Inspections.Findings;
using Campaign.Web;

namespace Campaign.Inspections.Ledger;

/// <summary>Closed is not fixed: struck off with evidence, closed by force, merged and voided stand apart.</summary>
/// <param name="Total">Sum of the counts.</param>
/// <param name="Open">Those among them that wait for somebody.</param>
internal sealed record FindingSummary(long Total, long Open, IReadOnlyList<StatusCount> Counts)
{
    public static FindingSummary Of(IReadOnlyDictionary<FindingStatus, long> counts, HttpRequest request) => new(
        counts.Values.Sum(),
        FindingStates.Open.Sum(status => counts.GetValueOrDefault(status)),
        [
            .. from status in Enum.GetValues<FindingStatus>()
               where status is not FindingStatus.None
               select new StatusCount(status, status.Word(), counts.GetValueOrDefault(status), Ledger(status, request)),
        ]);

    /// <summary>The ledger under the same filter, held to one state.</summary>
    private static string Ledger(FindingStatus status, HttpRequest request)
    {
        var others = request.Query.Where(q => q.Key.ToLowerInvariant() is not ("status" or "after" or "limit"));
        return Links.To(
            request.Path.Value![..^"/summary".Length], [.. others.Select(q => (q.Key, (object?)q.Value.ToArray())), ("status", status)]);
    }
}

/// <param name="Href">The list of exactly these findings.</param>
internal sealed record StatusCount(FindingStatus Status, string Name, long Count, string Href);
