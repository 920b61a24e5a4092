using Microsoft.AspNetCore.Http.Extensions;

namespace Campaign.Inspections.Findings;

/// <summary>Closed is not fixed: struck off with evidence, closed by force, merged and voided stand apart.</summary>
/// <param name="Total">Sum of the counts.</param>
/// <param name="Open">Those among them that wait for somebody.</param>
internal sealed record FindingSummary(long Total, long Open, IReadOnlyList<StatusCount> Counts)
{
    private static readonly FindingStatus[] OpenStates =
        [FindingStatus.Recorded, FindingStatus.Routed, FindingStatus.Accepted, FindingStatus.Reported];

    public static FindingSummary Of(IReadOnlyDictionary<FindingStatus, long> counts, HttpRequest request) => new(
        counts.Values.Sum(),
        OpenStates.Sum(status => counts.GetValueOrDefault(status)),
        [
            .. from status in Enum.GetValues<FindingStatus>()
               where status is not FindingStatus.None
               select new StatusCount(status, Name(status), counts.GetValueOrDefault(status), Ledger(status, request)),
        ]);

    /// <summary>The ledger under the same filter, held to one state.</summary>
    private static string Ledger(FindingStatus status, HttpRequest request)
    {
        var others = request.Query.Where(q => q.Key.ToLowerInvariant() is not ("status" or "after" or "limit"));
        var shown = new QueryBuilder(others) { { "status", status.ToString() } };
        return $"{request.Path.Value![..^"/summary".Length]}{shown}";
    }

    private static string Name(FindingStatus status) => status switch
    {
        FindingStatus.None => "",
        FindingStatus.Recorded => "待交办",
        FindingStatus.Routed => "待签收",
        FindingStatus.Accepted => "整改中",
        FindingStatus.Reported => "待复核",
        FindingStatus.StruckOff => "已销号",
        FindingStatus.Voided => "作废",
        FindingStatus.Merged => "并案",
        FindingStatus.ForcedClosed => "强制结案",
    };
}

/// <param name="Href">The list of exactly these cases.</param>
internal sealed record StatusCount(FindingStatus Status, string Name, long Count, string Href);
