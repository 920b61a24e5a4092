using System.Text.Json.Serialization;

namespace Campaign.Scoring.Rulebook;

/// <summary>How several grades become one.</summary>
internal enum GradeBy
{
    /// <summary>The band of the mean of their scores.</summary>
    [JsonStringEnumMemberName("mean")] Mean,

    /// <summary>The lowest of them.</summary>
    [JsonStringEnumMemberName("worst")] Worst,

    /// <summary>The one given most often; of several, the lowest.</summary>
    [JsonStringEnumMemberName("majority")] Majority,
}
