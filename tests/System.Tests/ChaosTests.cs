using System.Diagnostics;
using System.Text.Json;
using Campaign.Cli;

namespace Campaign.SystemTests;

/// <summary>A short run of `./campaign chaos`; the long one is for people.</summary>
[Collection(nameof(OneSystemAtATime))]
public sealed class ChaosTests
{
    /// <summary>One under which the evidence disk runs full within half a minute, beside a few kills.</summary>
    private const string Seed = "5";

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
        var errors = chaos.StandardError.ReadToEndAsync();
        var output = await chaos.StandardOutput.ReadToEndAsync();
        await chaos.WaitForExitAsync();

        chaos.ExitCode.ShouldBe(0, output + await errors);
        var verdict = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
        verdict.GetProperty("kills").GetInt32().ShouldBePositive();
        verdict.GetProperty("photosRefused").GetInt32().ShouldBePositive();
        verdict.GetProperty("photos").GetInt32().ShouldBePositive();
        verdict.GetProperty("inStreams").GetInt32().ShouldBe(verdict.GetProperty("acknowledged").GetInt32());
    }
}
