using System.Text.Json;

namespace Campaign.Inspections.Kernel;

/// <summary>Records with lists compare by reference; their JSON compares by value.</summary>
internal static class ByValue
{
    public static bool Same<T>(T one, T other) => string.Equals(Json(one), Json(other), StringComparison.Ordinal);

    public static string Json<T>(T value) => JsonSerializer.Serialize(value);

    public static T Of<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
