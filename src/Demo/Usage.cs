using Spectre.Console.Cli.Help;
using Spectre.Console.Rendering;
using ConsoleText = Spectre.Console.Text;

namespace Campaign.Demo;

/// <summary>The help, by our own words: without ICU the library has none in Chinese, and it knows no exit codes.</summary>
internal sealed class Usage : IHelpProvider
{
    public const string Text =
        """
        用法：./campaign demo [--month 文件] [--json 输出文件]

          （不带参数）      导入样例方案和 2024 年 9 月台账，现场办结一个问题，封账通报，并逐项核对
          --month 文件      改用另一个同样格式的月份文件；文件中没有 expected 时不核对
          --json 输出文件   把平台答复的数据按 expected 的格式写入该文件

        退出码：0 全部一致；2 有数据不一致；3 其他原因未能完成；64 命令用法有误
        """;

    public IEnumerable<IRenderable> Write(ICommandModel model, ICommandInfo? command) => [new ConsoleText(Text + "\n")];
}
