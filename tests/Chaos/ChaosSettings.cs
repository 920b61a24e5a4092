using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Campaign.Chaos;

internal sealed class ChaosSettings : CommandSettings
{
    private const double LongestMinutes = 600;

    [CommandOption("--seed <N>")]
    [Description("随机种子，相同的种子得到相同的故障序列；省略时随机选取并打印")]
    public int? Seed { get; init; }

    [CommandOption("--minutes <M>")]
    [Description("持续时间（分钟，可为小数）")]
    [DefaultValue(3.0)]
    public double Minutes { get; init; }

    public TimeSpan Duration => TimeSpan.FromMinutes(Minutes);

    public override ValidationResult Validate() =>
        Seed is < 0 ? ValidationResult.Error("--seed 不能是负数。")
        : Minutes is > 0 and <= LongestMinutes ? ValidationResult.Success()
        : ValidationResult.Error($"--minutes 应大于 0，不超过 {LongestMinutes}。");
}
