using Spectre.Console;

namespace Campaign.Demo.Output;

/// <summary>What the demonstration says while it runs.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 120;

    public static IAnsiConsole Console { get; } = Open();

    public static void Step(string text) => Console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });

    public static void Done(string text) => Console.MarkupLineInterpolated($"  [green]✓[/] {text}");

    public static void Note(string text) => Console.MarkupLineInterpolated($"  [yellow]！[/]{text}");

    public static void Progress(string text) => Console.MarkupLineInterpolated($"  … {text}");

    public static void Fail(string text) => Console.MarkupLineInterpolated($"[red]✗[/] {text}");

    // Without a terminal the library believes in 80 columns, too few for a ranking.
    private static IAnsiConsole Open()
    {
        var console = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
