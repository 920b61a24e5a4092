namespace Campaign.Demo;

/// <param name="Month">A month file of one's own; null runs the sample campaign with plan and live finding.</param>
/// <param name="Json">Where to write what the platform answered.</param>
internal sealed record CommandLine(string? Month, string? Json)
{
    public const string Usage =
        """
        用法：./campaign demo [--month 文件] [--json 输出文件]

          （不带参数）      导入样例方案和 2024 年 9 月台账，现场办结一个问题，封账通报，并逐项核对
          --month 文件      改用另一个同样格式的月份文件；文件中没有 expected 时不核对
          --json 输出文件   把平台答复的数据按 expected 的格式写入该文件

        退出码：0 全部一致；2 有数据不一致；3 其他原因未能完成；64 命令用法有误
        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static CommandLine? Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine(null, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal)) return null;
            var understood = (args[i], line) switch
            {
                ("--month", { Month: null }) => line with { Month = args[i + 1] },
                ("--json", { Json: null }) => line with { Json = args[i + 1] },
                _ => null,
            };
            if (understood is null) return null;
            line = understood;
        }
        return line;
    }
}
