using System.Text.Json.Serialization;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Honours;

/// <summary>一票否决: takes a subject out of the awards of a month, a half-year or a year; a row of <c>vetoes</c>.</summary>
/// <param name="Ground">What it rests on; null where that was not asked yet.</param>
internal sealed record Veto(string Id, string Subject, HonourScope Scope, Month Month, string Reason, VetoGround? Ground = null)
{
    public bool Covers(Month month) => Scope.Covers(Month, month);
}

internal enum VetoGround
{
    /// <summary>一票否决事项.</summary>
    [JsonStringEnumMemberName("veto")] Veto,

    /// <summary>市、区通报批评.</summary>
    [JsonStringEnumMemberName("criticism")] Criticism,

    /// <summary>媒体曝光.</summary>
    [JsonStringEnumMemberName("exposure")] Exposure,
}
