using System.Text.Json.Serialization;
using Campaign.Scoring.Months;

namespace Campaign.Scoring.Vetoes;

/// <summary>一票否决: takes a subject out of the awards of a month, a half-year or a year; a row of <c>vetoes</c>.</summary>
internal sealed record Veto(string Id, string Subject, VetoScope Scope, Month Month, string Reason)
{
    public bool Covers(Month month) => Scope switch
    {
        VetoScope.Month => month == Month,
        VetoScope.HalfYear => month.IsInHalfYearOf(Month),
        VetoScope.Year => month.Year == Month.Year,
    };
}

internal enum VetoScope
{
    [JsonStringEnumMemberName("month")] Month,
    [JsonStringEnumMemberName("halfYear")] HalfYear,
    [JsonStringEnumMemberName("year")] Year,
}
