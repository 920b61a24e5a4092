using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Commands;

/// <summary>What somebody needs to begin: the addresses and, until there is an administrator, the link that makes the first one.</summary>
internal static class Greeting
{
    public static void Print(DataDirectory data, PartsState state)
    {
        Console.WriteLine();
        Console.WriteLine("创卫平台已就绪：");
        foreach (var part in state.Parts.Where(part => part.Layer is Layer.Service))
            Console.WriteLine($"  {part.Title}\t{part.Address}");
        var link = ServiceParts.SetupLinkFile(data);
        if (File.Exists(link))
        {
            Console.WriteLine();
            Console.WriteLine("系统还没有管理员。请用下面的一次性链接设立第一位管理员：");
            Console.WriteLine("  " + File.ReadAllText(link).Trim());
        }

        Console.WriteLine();
        Console.WriteLine($"日志在 {data.Logs}；查看状态：./campaign status；停止：./campaign down 或在前台按 Ctrl+C。");
    }
}
