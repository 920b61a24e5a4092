using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Architecture.Tests;

/// <summary>Our own types that a value's JSON is made of, through every field, list and dictionary, as the serializer sees them.</summary>
internal static class JsonGraph
{
    public static HashSet<Type> Of(IEnumerable<Type> roots, JsonSerializerOptions json)
    {
        var reached = new HashSet<Type>();
        var waiting = new Stack<Type>(roots);
        while (waiting.TryPop(out var next))
        {
            foreach (var type in Parts(next).Where(reached.Add))
            {
                if (json.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } info) continue;
                foreach (var property in Fields(info)) waiting.Push(property.PropertyType);
                foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? []) waiting.Push(derived.DerivedType);
            }
        }
        return reached;
    }

    /// <summary>Those that are written or read; an ignored one is neither.</summary>
    public static IEnumerable<JsonPropertyInfo> Fields(JsonTypeInfo info) =>
        info.Properties.Where(field => field.Get is not null || field.Set is not null);

    /// <summary>Written, but read by nobody: a property that is computed from others.</summary>
    public static bool IsDerived(this JsonPropertyInfo field) => field is { Set: null, AssociatedParameter: null };

    /// <summary>The type itself, or what a list, a dictionary or a nullable is made of.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.GetElementType() is { } element) return Parts(element);
        var arguments = type.GetGenericArguments().SelectMany(Parts);
        return IsOurs(type) ? arguments.Append(type) : arguments;
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("Campaign", StringComparison.Ordinal) is true
        && type is { IsGenericTypeDefinition: false, IsGenericParameter: false };
}
