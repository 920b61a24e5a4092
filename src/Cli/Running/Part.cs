using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>Layers start from the first to the last and stop the other way round.</summary>
internal enum Layer
{
    NameServer,
    Engine,
    Service,
    Tool,
}

/// <summary>One process of the running system and how to know that it does its work.</summary>
internal sealed record Part(string Name, string Title, Layer Layer, Launch Launch)
{
    /// <summary>What must lie on disk before the process starts; safe to repeat.</summary>
    public Func<CancellationToken, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    public required Func<CancellationToken, Task<bool>> IsReady { get; init; }

    /// <summary>Where people or programs find it.</summary>
    public required string Address { get; init; }

    /// <summary>A second address, for looking inside; without credentials.</summary>
    public Uri? Management { get; init; }
}
