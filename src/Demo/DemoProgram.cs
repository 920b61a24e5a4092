using Spectre.Console.Cli;

namespace Campaign.Demo;

internal static class DemoProgram
{
    // Named, not the default one: of an option without its value the library makes one with the default command's name for it.
    private const string Command = "demo";
    private const int NotUnderstood = 64;

    public static async Task<int> Run(IReadOnlyList<string> args, Func<string, string?> environment, TimeProvider clock)
    {
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
            Console.Error.WriteLine(Usage.Text);
            return NotUnderstood;
        }
    }
}
