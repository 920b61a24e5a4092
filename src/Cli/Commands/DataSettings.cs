using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

internal class DataSettings : CommandSettings
{
    [CommandOption("--data <DIR>")]
    public string? Data { get; init; }

    public string Path => Data ?? Checkout.Current.DefaultData;

    public DataDirectory Open() => new(Path);
}
