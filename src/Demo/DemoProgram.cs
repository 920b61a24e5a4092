using System.Text.Json;
using Campaign.Demo.Api;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Campaign.Demo.Output;
using Campaign.Demo.Steps;

namespace Campaign.Demo;

internal static class DemoProgram
{
    private const int AllEqual = 0, SomeDiffer = 2, Failed = 3, NotUnderstood = 64;

    public static async Task<int> Run(IReadOnlyList<string> args, Func<string, string?> environment, TimeProvider clock)
    {
        if (CommandLine.Parse(args) is not { } line)
        {
            Console.Error.WriteLine(CommandLine.Usage);
            return NotUnderstood;
        }
        try
        {
            var file = MonthFile.Read(line.Month ?? Samples.MonthPath);
            using var gateway = Gateway.From(environment, clock);
            var campaign = await StreetCampaign.Open(gateway, file, clock);
            if (line.Month is null) await campaign.Prepare();
            await campaign.Import();
            if (line.Month is null) await campaign.DriveLiveFinding();
            var report = await campaign.Publish();
            return Judge(report, file, line.Json);
        }
        catch (Exception e)
        {
            Screen.Fail(Explain(e));
            return Failed;
        }
    }

    private static string Explain(Exception e) => e switch
    {
        DemoFailure => e.Message,
        HttpRequestException or TaskCanceledException => $"网关没有答复：{e.Message}",
        JsonException => $"平台的答复与约定的格式不符：{e.Message}",
        _ => $"演示程序出错：{e}",
    };

    private static int Judge(MonthReport report, MonthFile file, string? json)
    {
        var figures = FiguresOfMonth.Of(report, file);
        if (json is not null) Json.Write(json, figures);
        if (file.Expected is not { } expected) return AllEqual;

        Screen.Step("核对");
        var comparison = Comparison.Of(expected, figures);
        if (comparison.Differences.Count == 0)
        {
            Screen.Done($"expected 中的 {comparison.Compared} 个数据全部一致");
            return AllEqual;
        }
        Tables.Show(comparison.Differences);
        Screen.Fail($"{comparison.Compared} 个数据中有 {comparison.Differences.Count} 处不一致");
        return SomeDiffer;
    }
}
