using System.Diagnostics;
using System.Text.Json;
using Campaign.Cli;
using Campaign.Testing;

namespace Campaign.SystemTests;

/// <summary>A short run of `./campaign chaos`; the long one is for people.</summary>
[Collection(nameof(OneSystemAtATime))]
public sealed class ChaosTests
{
    /// <summary>One under which the evidence disk runs full first, and then some are killed.</summary>
    private const string Seed = "38";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_while_parts_die()
    {
        var (root, configuration, framework) = Checkout.Current;
        var program = Path.Combine(root, "tests", "Chaos", "bin", configuration, framework, "Campaign.Chaos.dll");
        var start = new ProcessStartInfo(Checkout.DotNet, [program, "--seed", Seed, "--minutes", "0.5"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var chaos = Process.Start(start)!;
        var (exitCode, output) = await chaos.Finish(Limit);

        exitCode.ShouldBe(0, output);
        using var document = JsonDocument.Parse(output.Split('\n').Last(line => line.StartsWith('{')));
        var verdict = document.RootElement;
        verdict.GetProperty("kills").GetInt32().ShouldBePositive();
        verdict.GetProperty("photosRefused").GetInt32().ShouldBePositive();
        verdict.GetProperty("photos").GetInt32().ShouldBePositive();
        verdict.GetProperty("inStreams").GetInt32().ShouldBe(verdict.GetProperty("acknowledged").GetInt32());
    }
}
