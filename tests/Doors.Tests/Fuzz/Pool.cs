using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Campaign.Doors.Tests.Fuzz;

/// <summary>Ids and codes that answers have named: with them a request goes further than the door.</summary>
internal sealed partial class Pool
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> codes = new(StringComparer.Ordinal);
    private string[] knownIds = ["019300c8-0000-7000-8000-000000000000"];
    private string[] knownCodes = ["U001", "U010", "C001", "P01", "0110", "sheet-1", "1"];

    public string Id(Random random) => knownIds[random.Next(knownIds.Length)];

    public string Code(Random random) => knownCodes[random.Next(knownCodes.Length)];

    public void Learn(string answer)
    {
        foreach (var match in Ids().EnumerateMatches(answer)) Add(ids, answer.Substring(match.Index, match.Length), ref knownIds);
        foreach (Match match in Codes().Matches(answer)) Add(codes, match.Groups["code"].Value, ref knownCodes);
    }

    private static void Add(ConcurrentDictionary<string, bool> seen, string name, ref string[] known)
    {
        if (seen.Count < Most && seen.TryAdd(name, true)) Volatile.Write(ref known, [.. seen.Keys]);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("\"(code|key|no|subject)\":\"?(?<code>[^\",}]{1,50})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
