using Campaign.Cli.Backups;

namespace Campaign.Cli.Commands;

/// <summary>`VERB [--data DIR] [FLAGS] [-- COMMAND…]`.</summary>
internal sealed record CommandLine(string Verb, string Data, IReadOnlyList<string> Flags, IReadOnlyList<string> Rest)
{
    private const string Usage = "up [--demo] [--detach] | down | status | backup [--to DIR] | restore --from DIR | dead-letters … | demo … | rebuild SERVICE | exec [--durable] -- COMMAND… | engines   [--data DIR]";

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var own = args.TakeWhile(arg => arg is not "--").ToList();
        var data = Checkout.Current.DefaultData;
        if (own.IndexOf("--data") is >= 0 and var at && at + 1 < own.Count)
        {
            data = own[at + 1];
            own.RemoveRange(at, 2);
        }

        return new(own.FirstOrDefault() ?? "", data, [.. own.Skip(1)], [.. args.SkipWhile(arg => arg is not "--").Skip(1)]);
    }

    private DataDirectory Directory => new(Data);

    public Task<int> Run(CancellationToken ct) => (Verb, Flags) switch
    {
        ("up", _) when Flags.All(flag => flag is "--demo" or "--detach") => Has("--detach")
            ? DetachCommand.Run(Directory, Has("--demo"), ct)
            : UpCommand.Run(Directory, Has("--demo"), ct),
        ("host", []) => UpCommand.Hold(Directory, (_, _) => Task.FromResult(0), ct),
        ("down", []) => DownCommand.Run(Directory),
        ("status", []) => StatusCommand.Run(Directory, ct),
        ("backup", []) => BackupCommand.Run(Directory, to: null, TimeProvider.System, ct),
        ("backup", ["--to", var to]) => BackupCommand.Run(Directory, to, TimeProvider.System, ct),
        ("restore", ["--from", var from]) => RestoreCommand.Run(Directory, from, TimeProvider.System, ct),
        ("dead-letters", _) => DeadLettersCommand.Run(Directory, Flags, ct),
        ("demo", _) => DemoProgram.Run(Directory, Flags, ct),
        ("rebuild", [var service]) => RebuildCommand.Run(Directory, service, ct),
        ("exec", [] or ["--durable"]) when Rest is not [] => ExecCommand.Run(Data, Rest, durable: Has("--durable"), ct),
        ("engines", []) => EnginesCommand.Run(Data, ct),
        _ => throw new LaunchException(Usage),
    };

    private bool Has(string flag) => Flags.Contains(flag, StringComparer.Ordinal);
}
