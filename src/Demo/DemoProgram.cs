using Spectre.Console.Cli;

namespace Campaign.Demo;

internal static class DemoProgram
{
    private const string Command = "demo";
    private const int NotUnderstood = 64;

    public static async Task<int> Run(IReadOnlyList<string> args, Func<string, string?> environment, TimeProvider clock)
    {
        // For an option that comes last without its value the library makes one up.
        if (args is [.., "--month" or "--json"]) return ShowUsage();
        var app = new CommandApp();
        app.Configure(settings =>
        {
            settings.AddCommand<DemoCommand>(Command);
            settings.PropagateExceptions().UseStrictParsing().SetHelpProvider(new Usage());
            settings.Settings.Registrar.RegisterInstance(new DemoEnvironment(environment, clock));
        });
        try
        {
            return await app.RunAsync([Command, .. args]);
        }
        catch (CommandAppException)
        {
            return ShowUsage();
        }
    }

    private static int ShowUsage()
    {
        Console.Error.WriteLine(Usage.Text);
        return NotUnderstood;
    }
}
