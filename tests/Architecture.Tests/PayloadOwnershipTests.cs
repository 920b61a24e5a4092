using System.Text.RegularExpressions;

namespace Campaign.Architecture.Tests;

/// <summary>
/// What an event stores is declared for events alone, in an <c>Events.cs</c> or in a folder <c>Stored</c>, so that nothing that is
/// shown, sent or kept in a table changes what is in the streams.
/// </summary>
public sealed partial class PayloadOwnershipTests
{
    /// <summary>
    /// Shared with the rest of a service, beside enums, whose words are pinned in <c>docs/events.schema.txt</c> and in <c>docs/openapi</c>
    /// alike. Each is a value that means the same wherever it stands.
    /// </summary>
    private static readonly Dictionary<string, string> Vocabulary = new(StringComparer.Ordinal)
    {
        ["GeoPoint"] = "degrees in WGS-84",
        ["Term"] = "a clock and an amount: 3 working days",
        ["Quantity"] = "an amount in a measure: 22 块",
    };

    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void Payloads_stand_with_events(string name)
    {
        var owned = DeclaredForEvents(name);
        Payloads(Service.Called(name)).Select(type => type.FullName!).Where(type => !owned.Contains(type)).Order(StringComparer.Ordinal)
            .ShouldBeEmpty("move these into Events.cs or give events their own in Stored/");
    }

    [Theory, MemberData(nameof(Services))]
    public void Payloads_are_neither_bodies_nor_answers_nor_documents_of_a_table(string name)
    {
        var service = Service.Called(name);
        var shown = JsonGraph.Of([.. PublicShapes.Http(service), .. PublicShapes.Documents(service)], service.Events.Json);
        shown.ShouldNotBeEmpty("an empty walk proves nothing");

        Payloads(service).Concat(service.Events.ByName.Values).Where(shown.Contains).Select(type => type.FullName)
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty("these are stored in events and shown or kept elsewhere, too");
    }

    [Theory, MemberData(nameof(Services))]
    public void What_is_computed_is_not_stored(string name)
    {
        var service = Service.Called(name);
        var derived = from type in Stored(service)
                      from field in JsonGraph.Fields(service.Events.Json.GetTypeInfo(type))
                      where field.IsDerived()
                      select $"{type.Name}.{field.Name}";
        derived.ShouldBeEmpty();
    }

    [Fact]
    public void The_vocabulary_is_used() => Vocabulary.Keys
        .Except(Service.All.SelectMany(Stored).Select(type => type.Name), StringComparer.Ordinal)
        .ShouldBeEmpty();

    private static HashSet<Type> Stored(Service service) => JsonGraph.Of(service.Events.ByName.Values, service.Events.Json);

    private static IEnumerable<Type> Payloads(Service service) => Stored(service)
        .Except(service.Events.ByName.Values).Where(type => !type.IsEnum && !Vocabulary.ContainsKey(type.Name));

    private static HashSet<string> DeclaredForEvents(string service) =>
    [
        .. from file in Directory.GetFiles(
            Path.Combine(Testing.Documents.Root, "src", $"{service}.Service"), "*.cs", SearchOption.AllDirectories)
           where Path.GetFileName(file) == "Events.cs" || Path.GetFileName(Path.GetDirectoryName(file)) == "Stored"
           let text = File.ReadAllText(file)
           from Match type in Declarations().Matches(text)
           select $"{Namespace().Match(text).Groups["name"].Value}.{type.Groups["name"].Value}",
    ];

    [GeneratedRegex(@"^internal sealed record (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();
}
