using Campaign.Cli.Running;

namespace Campaign.SystemTests;

/// <summary>A whole system is heavy: tests that need one take turns.</summary>
[CollectionDefinition(nameof(OneSystemAtATime), DisableParallelization = true)]
public sealed class OneSystemAtATime;

/// <summary>A system that is up for all tests of a class.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    internal CampaignProcess Host { get; } = new();

    internal RunState State => Host.State.ShouldNotBeNull();

    public async ValueTask InitializeAsync() => await Host.Up();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
