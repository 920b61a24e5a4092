using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>
/// Events as the release before payloads had types of their own stored them, in <c>StoredSamples/</c>: what its tests left in the
/// streams, the fullest and the barest of each, and one of each that it wrote with every field filled. They are read and written as
/// they were, and every payload goes to the service's own type and back unchanged.
/// </summary>
public sealed class StoredSampleTests
{
    /// <summary>Computed from other fields and stored beside them once; nobody ever read them.</summary>
    private static readonly string[] NoLongerStored = ["measurement", "specificity", "anchor.due"];

    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void Old_events_are_read_and_written_as_they_were(string name)
    {
        var events = Service.Called(name).Events;
        foreach (var (stored, data) in Samples(name))
        {
            var again = JsonNode.Parse(events.Write(events.Read(stored, JsonSerializer.SerializeToUtf8Bytes(data))))!;
            JsonNode.DeepEquals(again, Kept(data, "")).ShouldBeTrue($"{stored}: {data.ToJsonString()} became {again.ToJsonString()}");
        }
    }

    [Theory, MemberData(nameof(Services))]
    public void A_payload_goes_to_the_type_of_the_service_and_back_unchanged(string name)
    {
        var events = Service.Called(name).Events;
        var mapped = new HashSet<Type>();
        foreach (var (stored, data) in Samples(name))
        {
            foreach (var payload in Mapped(events.Read(stored, JsonSerializer.SerializeToUtf8Bytes(data))))
            {
                var type = payload.GetType();
                var there = type.GetMethod($"To{type.Name}")!.Invoke(payload, null)!;
                var back = type.GetMethod("Of", [there.GetType()])!.Invoke(null, [there])!;
                events.Write(back).ShouldBe(events.Write(payload), stored);
                mapped.Add(type);
            }
        }
        var all = Service.Called(name).Assembly.GetTypes().Where(IsMapped);
        all.Except(mapped).Select(type => type.FullName).ShouldBeEmpty("no sample holds these");
    }

    private static IEnumerable<(string Stored, JsonNode Data)> Samples(string service)
    {
        var file = Path.Combine(Testing.Documents.Root, "tests", "Architecture.Tests", "StoredSamples", $"{service}.jsonl");
        foreach (var line in File.ReadLines(file))
        {
            var sample = JsonNode.Parse(line)!;
            yield return (sample["type"]!.GetValue<string>(), sample["data"]!);
        }
    }

    /// <summary>Every mapped payload in an event, the event's fields down to the leaves.</summary>
    private static IEnumerable<object> Mapped(object? value)
    {
        if (value is null or string) return [];
        if (value is IDictionary map) return map.Values.Cast<object?>().SelectMany(Mapped);
        if (value is IEnumerable list) return list.Cast<object?>().SelectMany(Mapped);
        if (value.GetType() is not { IsEnum: false, Namespace: { } space } type || !space.StartsWith("Campaign", StringComparison.Ordinal))
            return [];
        var inner = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite)
            .SelectMany(p => Mapped(p.GetValue(value)));
        return IsMapped(type) ? inner.Prepend(value) : inner;
    }

    private static bool IsMapped(Type type) =>
        type.Namespace?.EndsWith(".Stored", StringComparison.Ordinal) is true && type.GetMethod($"To{type.Name}") is not null;

    private static JsonNode? Kept(JsonNode? node, string path) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => !NoLongerStored.Contains($"{path}{field.Key}", StringComparer.Ordinal))
            .Where(field => !NoLongerStored.Contains(field.Key, StringComparer.Ordinal))
            .Select(field => KeyValuePair.Create(field.Key, Kept(field.Value, $"{field.Key}.")))),
        JsonArray list => new JsonArray([.. list.Select(item => Kept(item, path))]),
        var leaf => leaf?.DeepClone(),
    };
}
