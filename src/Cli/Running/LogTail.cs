namespace Campaign.Cli.Running;

internal static class LogTail
{
    /// <summary>Without the frames of stacks, which push what they are about out of sight.</summary>
    public static string Of(string file, int lines = 30) => File.Exists(file)
        ? string.Join('\n', File.ReadLines(file).Where(line => !IsFrame(line)).TakeLast(lines).Select(line => "    " + line))
        : "    （没有日志）";

    private static bool IsFrame(string line) => line.Contains("   at ", StringComparison.Ordinal);
}
