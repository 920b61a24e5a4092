using Campaign.Cli;
using Campaign.Cli.Backups;
using Campaign.Cli.Engines;

namespace Campaign.SystemTests.OldRelease;

/// <summary>
/// A system of today, up on what was restored from a backup of the old release, for all tests that look at a running one.
/// </summary>
[CollectionDefinition(nameof(RestoredInstallation), DisableParallelization = true)]
public sealed class RestoredInstallation : ICollectionFixture<RestoredInstallation>, IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly DataDirectory workplace = new(Directory.CreateTempSubdirectory("campaign-old-").FullName);

    internal CampaignProcess Host { get; } = new();

    internal BackupManifest Manifest { get; private set; } = null!;

    /// <summary>Before this release has touched them.</summary>
    internal IReadOnlyList<StoredEvents> Before { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var backup = workplace.At("backup");
        (Manifest, Before) = await OldInstallation.BackUp(workplace, backup, limit.Token);
        await Host.Succeeds("restore", "--from", backup);
        await Host.Up();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        ThrowAwayEngines.Remove(workplace);
    }
}
