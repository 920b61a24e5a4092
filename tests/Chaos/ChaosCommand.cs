using System.ComponentModel;
using System.Text.Json;
using Spectre.Console.Cli;

namespace Campaign.Chaos;

[Description("边运行边制造故障，再核对。最后一行为 JSON；退出码：0 没有差异，2 有差异，3 未能完成，64 命令用法有误")]
internal sealed class ChaosCommand : AsyncCommand<ChaosSettings>
{
    public const int Failed = 3, NotUnderstood = 64;
    private const int Equal = 0, Differs = 2;

    public override async Task<int> ExecuteAsync(CommandContext context, ChaosSettings settings, CancellationToken cancellationToken)
    {
        OwnMounts.Begin([.. context.Arguments]);
        var seed = settings.Seed ?? Random.Shared.Next(1, 1_000_000);
        Console.WriteLine($"种子 {seed}，{settings.Minutes:0.##} 分钟");
        var verdict = await Experiment.Run(seed, settings.Duration, TimeProvider.System, cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(verdict, JsonSerializerOptions.Web));
        return verdict.Holds ? Equal : Differs;
    }
}
