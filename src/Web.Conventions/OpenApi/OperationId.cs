using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>The id of an operation is the name of its slice: <c>RecordFinding</c>, <c>ListSubjects</c>, <c>GetFindingHistory</c>.</summary>
internal static class OperationId
{
    private static readonly string[] Suffixes = ["Endpoints", "Endpoint", "Queries", "Query", "List"];

    /// <summary>Names that say how and not what.</summary>
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["One"] = "Get",
        ["Get"] = "Get",
        ["List"] = "List",
        ["Peek"] = "Peek",
        ["Read"] = "Read",
        ["Resolve"] = "Resolve",
        ["Put"] = "Put",
        ["Set"] = "Set",
    };

    public static string Of(MethodInfo handler, string? httpMethod)
    {
        var type = handler.DeclaringType!;
        while (type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType is { } outer) type = outer;
        var slice = Suffixes.Where(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => type.Name[..^suffix.Length]).FirstOrDefault(type.Name);
        // A lambda or a local function has no name of its own.
        if (handler.Name is "Handle" || handler.Name.StartsWith('<')) return slice;
        // CastBallot.Cast is no CastCastBallot.
        if (slice.StartsWith(handler.Name, StringComparison.Ordinal)) return slice;
        if (Verbs.TryGetValue(handler.Name, out var verb)) return verb + (verb is "List" ? Plural(slice) : slice);
        return httpMethod == HttpMethods.Get ? $"Get{Part(slice, handler.Name)}" : handler.Name + slice;
    }

    /// <summary>What is asked of a thing: the history of a finding; the report of a month's report is the report.</summary>
    private static string Part(string slice, string part)
    {
        if (slice.EndsWith(part, StringComparison.Ordinal)) return slice;
        return Plural(slice).EndsWith(part, StringComparison.Ordinal) ? Plural(slice) : slice + part;
    }

    private static string Plural(string thing) => thing switch
    {
        [.., 's'] => thing,
        [.., 'o' or 'x'] => $"{thing}es",
        [.. var stem, 'y'] => $"{stem}ies",
        _ => $"{thing}s",
    };
}
