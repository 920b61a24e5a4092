using System.Text.Json;

namespace Campaign.Inspections.Kernel;

/// <summary>Documents in the rows of this service, as earlier releases wrote them.</summary>
internal static class RowJson
{
    public static string Json<T>(T value) => JsonSerializer.Serialize(value);

    public static T Of<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
