using System.Text.Json;
using Campaign.Web;

namespace Campaign.Testing;

/// <summary>JSON as the platform writes it. Records with lists compare by reference; their JSON compares by value.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Of(object value) => value.GetType().Name + JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HttpConventions.Configure(options);
        return options;
    }
}
