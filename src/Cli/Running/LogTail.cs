namespace Campaign.Cli.Running;

internal static class LogTail
{
    public static string Of(string file, int lines = 30) =>
        File.Exists(file) ? string.Join('\n', File.ReadLines(file).TakeLast(lines).Select(line => "    " + line)) : "    （没有日志）";
}
