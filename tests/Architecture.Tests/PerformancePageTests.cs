using System.Globalization;
using System.Text.Json;

namespace Campaign.Architecture.Tests;

/// <summary>docs/performance.md says what one whole run of <c>./campaign bench --json docs/bench.jsonl</c> measured.</summary>
public sealed class PerformancePageTests
{
    private const string Head = """
        # Performance

        One whole run of `./campaign bench --json docs/bench.jsonl` on a virtual machine of 2 cores and 24 GiB, on which the services,
        PostgreSQL, RabbitMQ, the dashboard and the load generator run at once. Engines are as durable as in production (`fsync`,
        `synchronous_commit`, quorum queues). A floor is what the same PostgreSQL reached in the same run without us; absolute numbers
        belong to a machine, so compare ratios and goals. What limits each of them, and what was tried, is in
        [performance-findings.md](performance-findings.md). This page is made from the run by a test.

        | figure | value | floor | ratio | goal | |
        |---|---|---|---|---|---|

        """;

    [Fact]
    public async Task The_page_says_what_the_run_measured()
    {
        var run = await File.ReadAllLinesAsync(Path.Combine(Testing.Documents.Root, "docs", "bench.jsonl"));
        var rows = run.Select(line => JsonSerializer.Deserialize<Figure>(line, JsonSerializerOptions.Web)!).Select(Row).ToList();
        rows.Count.ShouldBeGreaterThan(40);
        await Testing.Documents.Verify("docs/performance.md", $"{Head}{string.Join('\n', rows)}\n");
    }

    private static string Row(Figure figure) =>
        $"| {figure.Name} | {Number(figure.Value)} {figure.Unit} | {Floor(figure)} | {Number(figure.Ratio)} | {Goal(figure)} | "
        + $"{Verdict(figure)} |";

    private static string Floor(Figure figure) =>
        figure.Floor is null ? "" : $"{figure.FloorName}: {Number(figure.Floor)} {figure.Unit}";

    private static string Goal(Figure figure) => figure.Goal is null
        ? ""
        : $"{(figure.LessIsBetter ? "≤" : "≥")} {Number(figure.Goal)} {(figure.Ratio is null ? figure.Unit : "of the floor")}".TrimEnd();

    private static string Verdict(Figure figure) => figure.Met switch { null => "", true => "met", false => "missed" };

    /// <summary>Three digits are more than a machine repeats.</summary>
    private static string Number(double? value) => value switch
    {
        null => "",
        < 0.995 => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        < 99.5 => value.Value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' '),
    };

    private sealed record Figure(
        string Name, double Value, string Unit, double? Goal, double? Floor, string? FloorName, bool LessIsBetter, double? Ratio,
        bool? Met);
}
