using System.Text.Json.Serialization;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Honours;

/// <summary>How far a veto or a commendation reaches: its month, the half-year or the year of it.</summary>
internal enum HonourScope
{
    [JsonStringEnumMemberName("month")] Month,
    [JsonStringEnumMemberName("halfYear")] HalfYear,
    [JsonStringEnumMemberName("year")] Year,
}

internal static class HonourScopes
{
    /// <param name="of">The month that the veto or commendation is of.</param>
    public static bool Covers(this HonourScope scope, Month of, Month month) => scope switch
    {
        HonourScope.Month => month == of,
        HonourScope.HalfYear => month.IsInHalfYearOf(of),
        HonourScope.Year => month.Year == of.Year,
    };
}
