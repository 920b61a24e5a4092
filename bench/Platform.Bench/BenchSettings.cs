using System.ComponentModel;
using Spectre.Console.Cli;

namespace Campaign.Platform.Bench;

internal sealed class BenchSettings : CommandSettings
{
    [CommandOption("--json <文件>")]
    [Description("把每个数字另写一行 JSON，接在文件已有内容之后")]
    public string? Json { get; init; }

    [CommandOption("--seconds <N>")]
    [Description("每项测量的时间（秒）")]
    [DefaultValue(10)]
    public int Seconds { get; init; }

    [CommandOption("--findings <N>")]
    [Description("台账的行数")]
    [DefaultValue(1_000_000)]
    public int Findings { get; init; }

    [CommandOption("--lines <N>")]
    [Description("一个月中每个对象的计分明细条数")]
    [DefaultValue(100)]
    public int Lines { get; init; }

    [CommandOption("--facts <N>")]
    [Description("重建考评服务时的事实条数")]
    [DefaultValue(1_000_000)]
    public int Facts { get; init; }

    [CommandOption("--only <名称>")]
    [Description("只测这些，以逗号分隔：record、line、facts、month、import、rebuild、ledger、neighbour")]
    public string? Only { get; init; }

    public bool Includes(string measurement) => Only is null || Only.Split(',').Contains(measurement, StringComparer.Ordinal);
}
