using System.Text.Json;

namespace Campaign.Tasks.Calendars;

/// <summary>
/// The State Council's arrangements (samples/calendars), in force until the district draws up its own. What they say once
/// released stays: old deadlines are explained by them.
/// </summary>
internal static class ShippedCalendars
{
    private const string Prefix = "calendars/";

    public static IReadOnlyDictionary<int, CalendarYear> All { get; } = Read().ToDictionary(table => table.Year);

    private static IEnumerable<CalendarYear> Read()
    {
        var assembly = typeof(ShippedCalendars).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<CalendarYear>(file, JsonSerializerOptions.Web)!;
        }
    }
}
