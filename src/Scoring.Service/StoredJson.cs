using System.Text.Json;

namespace Campaign.Scoring;

/// <summary>Documents in the read model are written as their events are.</summary>
internal static class StoredJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ScoringModule.Events.Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ScoringModule.Events.Json)!;
}
