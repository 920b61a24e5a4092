using System.Diagnostics;
using System.Globalization;
using Campaign.Testing;

namespace Campaign.Doors.Tests;

/// <summary>
/// The specs of moments and dates, in bodies, queries and workbooks, as the same programs on hosts that stand elsewhere: nothing is read by
/// the zone of the host.
/// </summary>
public sealed class TimeZoneTests
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("UTC"), InlineData("Asia/Shanghai"), InlineData("America/New_York")]
    public async Task Moments_are_read_alike_wherever_the_host_stands(string zone)
    {
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _).ShouldBeTrue($"this machine has no zone {zone}: install tzdata");
        foreach (var specs in new[] { "Web.Conventions.Specs", "Documents.Specs" })
        {
            using var run = Start(specs, zone);
            var (exit, said) = await run.Finish(Most);
            exit.ShouldBe(0, $"{specs} in {zone}:\n{said}");
            Run(said).ShouldBeGreaterThan(0, "no test ran");
        }
    }

    private static Process Start(string specs, string zone)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            Testing.Documents.Root, "tests", specs, "bin", built.Parent!.Name, built.Name, $"Campaign.{specs}.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!, [program, "-noColor"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TZ"] = zone },
        };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.Ordinal)) start.FileName = "dotnet";
        return Process.Start(start)!;
    }

    /// <summary>Of the runner's last line: <c>Total: 12, Errors: 0, …</c>.</summary>
    private static int Run(string said) =>
        said.Split("Total: ") is [.., var last] && int.TryParse(last.Split(',')[0], CultureInfo.InvariantCulture, out var total)
            ? total
            : 0;
}
