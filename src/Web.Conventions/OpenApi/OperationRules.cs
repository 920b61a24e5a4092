using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Campaign.Web;

/// <summary>The rules that may refuse an operation, by status, as the service's OpenApiRules.json has them.</summary>
internal static class OperationRules
{
    private const string Resource = "OpenApiRules.json";
    private static readonly Dictionary<int, string[]> None = [];
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, Dictionary<int, string[]>>> Read = new();

    public static IReadOnlyDictionary<int, string[]> Of(Assembly service, string operation) =>
        Read.GetOrAdd(service, All).GetValueOrDefault(operation, None);

    private static Dictionary<string, Dictionary<int, string[]>> All(Assembly service)
    {
        using var json = service.GetManifestResourceStream(Resource);
        return json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, Dictionary<int, string[]>>>(json)!;
    }
}
