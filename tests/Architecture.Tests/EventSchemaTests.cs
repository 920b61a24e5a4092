using System.Text;

namespace Campaign.Architecture.Tests;

/// <summary>
/// docs/events.schema.txt pins what the streams hold, down to the innermost field: what is stored once must be read for ever.
/// </summary>
public sealed class EventSchemaTests
{
    private const string File = "docs/events.schema.txt";

    private const string Head =
        """
        The stored JSON of every event, field by field. Verified by tests/Architecture.Tests: a field that is renamed, retyped
        or taken away turns it red, because the events of every earlier release have it. Such a change is a new event with an
        upcaster. What may be done here is to add a new event, or a field that old events may be without. Then write the file
        anew and review the difference, which must only have added lines:

            CAMPAIGN_UPDATE_DOCS=1 dotnet test tests/Architecture.Tests --filter FullyQualifiedName~EventSchemaTests

        name: what it holds.  ? may be missing.  or null: written as null.  = read so where it is missing.  a.b field of an
        object.  a[] element of a list.  a.* value of a map.

        """;

    [Fact]
    public Task The_streams_hold_what_is_written_down() => Testing.Documents.Verify(File, Text());

    /// <summary>The same difference, said line by line.</summary>
    [Fact]
    public void No_stored_field_is_renamed_retyped_or_taken_away()
    {
        var now = Entries(Text());
        Entries(System.IO.File.ReadAllText(Path.Combine(Testing.Documents.Root, File))).Except(now, StringComparer.Ordinal)
            .ShouldBeEmpty("stored so by an earlier release, and not any more");
    }

    private static string Text()
    {
        var text = new StringBuilder(Head);
        foreach (var service in Service.All)
        {
            var schema = new EventSchema(service.Events.Json);
            text.Append($"\n{service.Name}.Service\n");
            foreach (var (name, type) in service.Events.ByName)
            {
                text.Append($"\n  {name}\n");
                foreach (var line in schema.Lines(type)) text.Append($"    {line}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>Service, event and field in one line.</summary>
    private static HashSet<string> Entries(string text)
    {
        var (entries, service, @event) = (new HashSet<string>(StringComparer.Ordinal), "", "");
        foreach (var line in text.Split('\n').SkipWhile(line => !line.EndsWith(".Service", StringComparison.Ordinal))
            .Where(line => line.Length > 0))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal)) entries.Add($"{service} {@event} {line.Trim()}");
            else if (line.StartsWith(' ')) @event = line.Trim();
            else service = line;
        }
        return entries;
    }
}
