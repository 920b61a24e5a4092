using System.Text.Json.Serialization;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Honours;

/// <summary>
/// 表扬, as the month's figures use it; a row of <c>commendations</c>. Points for it are given in the month of its date only.
/// </summary>
/// <param name="Id">Chosen by whoever entered it.</param>
/// <param name="Level">Who commended; null where that was not asked yet.</param>
/// <param name="Scope">In which rankings, totals and award lists the subject is shown as commended.</param>
internal sealed record Commendation(
    Guid StreamId, string Id, Guid EventId, string Subject, DateOnly Date, string Reason, CommendationLevel? Level = null,
    HonourScope Scope = HonourScope.Month)
{
    private Month Of => Month.Of(Date);

    /// <summary>Not a month before its own: nobody was commended then, and what is out need not be corrected.</summary>
    public bool Covers(Month month) => month.CompareTo(Of) >= 0 && Scope.Covers(Of, month);
}

/// <summary>表扬层级.</summary>
internal enum CommendationLevel
{
    /// <summary>市级.</summary>
    [JsonStringEnumMemberName("city")] City,

    /// <summary>区级.</summary>
    [JsonStringEnumMemberName("district")] District,

    /// <summary>街道.</summary>
    [JsonStringEnumMemberName("street")] Street,
}
