namespace Campaign.Cli.Processes;

/// <summary>What to run: the program and its arguments, its surroundings, where its output goes and how it likes to be stopped.</summary>
internal sealed record Launch(params IReadOnlyList<string> Command)
{
    public required string LogFile { get; init; }

    public string WorkingDirectory { get; init; } = "/";

    /// <summary>Added to our own environment; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    public Signal StopSignal { get; init; } = Signal.Terminate;
}
