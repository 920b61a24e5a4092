using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Campaign.EventStore.Bench;

/// <summary>The floor under appends: 8 clients of pgbench insert one similar row into a table with the same keys.</summary>
internal static partial class PgBench
{
    public const string Name = "pgbench, 8 clients, one insert";

    private const string Table = """
        CREATE TABLE IF NOT EXISTS floor_events (LIKE public.mt_events INCLUDING ALL);
        CREATE SEQUENCE IF NOT EXISTS floor_sequence;
        """;

    public static async Task<double> RowsPerSecond(BenchDatabase database, TimeSpan time)
    {
        await database.Execute(Table);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"""
            INSERT INTO floor_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id) VALUES (nextval('floor_sequence'), gen_random_uuid(), gen_random_uuid(), 1, '{JsonSerializer.Serialize(Recorded.Sample, JsonSerializerOptions.Web)}', 'recorded', now(), '211203001');
            """);
        try
        {
            var settings = database.Settings;
            var start = new ProcessStartInfo(Executable(),
            [
                "-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", time.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-f", script,
                "-h", settings.Host!, "-p", settings.Port.ToString(CultureInfo.InvariantCulture), "-U", settings.Username!,
                settings.Database!,
            ])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["PGPASSWORD"] = settings.Password;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return Tps().Match(output) is { Success: true } tps
                ? double.Parse(tps.Groups["tps"].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench: {output}{await errors}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    // Debian keeps it out of the path.
    private static string Executable()
        => Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .LastOrDefault() ?? "pgbench"
            : "pgbench";

    [GeneratedRegex(@"^tps = (?<tps>[\d.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tps();
}
