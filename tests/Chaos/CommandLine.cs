using System.Globalization;

namespace Campaign.Chaos;

/// <param name="Seed">What happens, and in which order, follows from it.</param>
internal sealed record CommandLine(int Seed, TimeSpan Duration)
{
    public const string Usage =
        """
        用法：./campaign chaos [--seed N] [--minutes M]

          --seed N      随机种子，相同的种子得到相同的故障序列；省略时随机选取并打印
          --minutes M   持续时间（分钟，可为小数），默认 3

        最后一行为 JSON：{acknowledged, inStreams, lost, doubled, scoreMismatches, ledgerMismatches, kills,
        photos, photosRefused, unclearAnswers, halfWritten}
        退出码：0 没有差异；2 有差异；3 未能完成；64 命令用法有误
        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static CommandLine? Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine(Random.Shared.Next(1, 1_000_000), TimeSpan.FromMinutes(3));
        if (args.Count % 2 != 0) return null;
        foreach (var pair in args.Chunk(2))
        {
            if (pair[0] == "--seed" && int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) line = line with { Seed = seed };
            else if (pair[0] == "--minutes" && double.TryParse(pair[1], CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 600)
                line = line with { Duration = TimeSpan.FromMinutes(minutes) };
            else return null;
        }
        return line;
    }
}
