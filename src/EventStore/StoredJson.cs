using System.Text.Json;

namespace Campaign.EventStore;

/// <summary>
/// Documents in read models are written as their events are; what holds lists is
/// compared by it, because records compare those by reference.
/// </summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Json = new EventTypes().Json;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;

    /// <summary>By content, to the value of every number.</summary>
    public static bool Same<T>(T one, T other) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one, Json), JsonSerializer.SerializeToElement(other, Json));
}
