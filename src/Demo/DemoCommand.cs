using System.Text.Json;
using Campaign.Demo.Api;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Campaign.Demo.Output;
using Campaign.Demo.Steps;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Campaign.Demo;

/// <summary>Plays a month through the gateway and compares what comes out.</summary>
internal sealed class DemoCommand(DemoEnvironment environment) : AsyncCommand<DemoCommand.Settings>
{
    private const int AllEqual = 0, SomeDiffer = 2, Failed = 3;

    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--month <FILE>")]
        public string? Month { get; init; }

        [CommandOption("--json <FILE>")]
        public string? Json { get; init; }
    }

    /// <summary>Of an option that is given twice the library takes the last.</summary>
    public override ValidationResult Validate(CommandContext context, Settings settings)
    {
        var named = context.Arguments.Count(argument => argument.StartsWith("--", StringComparison.Ordinal));
        var given = new[] { settings.Month, settings.Json }.Count(value => value is not null);
        return named == given ? ValidationResult.Success() : ValidationResult.Error("每个选项只能写一次。");
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            var file = MonthFile.Read(settings.Month ?? Samples.MonthPath);
            using var gateway = Gateway.From(environment.Variable, environment.Clock);
            var campaign = await StreetCampaign.Open(gateway, file, environment.Clock);
            if (settings.Month is null) await campaign.Prepare();
            await campaign.Import();
            if (settings.Month is null) await campaign.DriveLiveFinding();
            var report = await campaign.Publish();
            return Judge(report, file, settings.Json);
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
        if (json is not null) Input.Json.Write(json, figures);
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
