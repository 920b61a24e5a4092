using Spectre.Console;

namespace Campaign.Cli;

/// <summary>The person in front of us, or the file that collects our words.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 160;

    /// <summary>A line; a terminal that has gone away must not keep us from our work.</summary>
    public static void Say(string line)
    {
        try
        {
            Console.WriteLine(line);
        }
        catch (IOException)
        {
        }
    }

    public static void Show(Table table)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Width = WidthOfFiles;
        }

        AnsiConsole.Write(table);
    }
}
