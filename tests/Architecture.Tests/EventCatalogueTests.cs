using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Campaign.EventStore;
using Campaign.Testing;

namespace Campaign.Architecture.Tests;

/// <summary>
/// docs/events.md says which events there are, under which name and with which fields they are stored, and who hears of them.
/// </summary>
public sealed partial class EventCatalogueTests
{
    [Fact]
    public Task The_catalogue_says_what_is_stored()
    {
        var text = new StringBuilder(
            """
            # Events

            Every event that the services store: its name in the stream, what it means, its fields, and the contract in which
            other services hear of it; below each service's events, what their fields are made of. The streams are the truth; nothing
            in them is ever changed or deleted. A changed shape is a new event with an upcaster. This file is verified by
            `tests/Architecture.Tests`; contracts are pinned in `contracts.txt`, the stored JSON in `events.schema.txt`.

            Payload types belong to events: they stand in `Events.cs` or, where the service has a type of its own for the same thing,
            in a folder `Stored` with the mapping from it and to it. No body, answer or document of a table holds one.

            """);
        foreach (var service in Service.All) Describe(service, text);
        return Testing.Documents.Verify("docs/events.md", text.ToString());
    }

    private static void Describe(Service service, StringBuilder text)
    {
        var meanings = XDocument.Load(Path.ChangeExtension(service.Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(
                m => m.Attribute("name")!.Value, m => Blanks().Replace(m.Element("summary")?.Value ?? "", " ").Trim(),
                StringComparer.Ordinal);
        text.Append($"\n## {service.Name}.Service\n\n| event | meaning | fields | contract |\n|---|---|---|---|\n");
        foreach (var (name, type) in service.Events.ByName)
        {
            var meaning = meanings.GetValueOrDefault($"T:{type.FullName}", "");
            meaning.ShouldNotBeEmpty($"{type.Name} says nothing about itself");
            text.Append($"| `{name}` | {meaning} | {Fields(type)} | {Contract(service, type)} |\n");
        }
        DescribePayloads(service, text);
    }

    private static void DescribePayloads(Service service, StringBuilder text)
    {
        var schema = new EventSchema(service.Events.Json);
        var payloads = JsonGraph.Of(service.Events.ByName.Values, service.Events.Json).Except(service.Events.ByName.Values)
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        if (payloads.Count == 0) return;
        payloads.Select(type => type.Name).ShouldBeUnique($"{service.Name} has two payloads of one name");
        text.Append("\n| what they are made of | fields, or the words it may be |\n|---|---|\n");
        foreach (var type in payloads)
            text.Append(
                $"| `{type.Name}` | {(type.IsEnum ? schema.Word(type).Replace(" | ", ", ", StringComparison.Ordinal) : Fields(type))} |\n");
    }

    private static string Contract(Service service, Type type)
    {
        // Some are told only where a field is empty: what comes from a ledger may stay inside.
        object[] samples = [Samples.Of(type), Samples.Bare(type)];
        return samples.Select(Told).OfType<string>().FirstOrDefault() ?? "–";

        string? Told(object data) => service.Published.ToContract(
            new RecordedEvent(new StreamId("990101001", Guid.Empty), 1, Guid.Empty, data, EventMetadata.None, 1, default))?.GetType().Name;
    }

    private static string Fields(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return string.Join(", ", type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p =>
            $"{JsonNamingPolicy.CamelCase.ConvertName(p.Name!)}: {NameOf(p.ParameterType)}{(nullability.Create(p).WriteState is NullabilityState.Nullable ? "?" : "")}"));
    }

    private static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType ? $"{string.Join("→", type.GetGenericArguments().Select(NameOf))}[]" : type.Name;
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
