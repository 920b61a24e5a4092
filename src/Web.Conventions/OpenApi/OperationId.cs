using System.Reflection;
using System.Runtime.CompilerServices;

namespace Campaign.Web;

/// <summary>The id of an operation is the name of its slice: <c>RecordFinding</c>, <c>ListSubjects</c>.</summary>
internal static class OperationId
{
    private static readonly string[] Suffixes = ["Endpoints", "Endpoint", "Queries", "Query"];

    /// <summary>Names that say how and not what.</summary>
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["One"] = "Get",
        ["Get"] = "Get",
        ["List"] = "List",
        ["Put"] = "Put",
        ["Set"] = "Set",
    };

    public static string Of(MethodInfo handler)
    {
        var type = handler.DeclaringType!;
        while (type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType is { } outer) type = outer;
        var slice = Suffixes.Where(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => type.Name[..^suffix.Length]).FirstOrDefault(type.Name);
        // A lambda or a local function has no name of its own.
        if (handler.Name is "Handle" || handler.Name.StartsWith('<')) return slice;
        // CastBallot.Cast is no CastCastBallot.
        if (slice.StartsWith(handler.Name, StringComparison.Ordinal)) return slice;
        return Verbs.GetValueOrDefault(handler.Name, handler.Name) + slice;
    }
}
