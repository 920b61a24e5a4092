using Campaign.Chaos;
using Campaign.Cli.Backups;
using Campaign.Cli.Processes;
using Campaign.Testing;

namespace Campaign.SystemTests;

/// <summary>A backup is worth what its restoring is worth: taken while people work, restored after they have worked on.</summary>
[Collection(nameof(OneSystemAtATime))]
public sealed class BackupTests
{
    private const int SomeWork = 40;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task What_was_there_at_the_backup_is_there_again_and_goes_on_and_nothing_else_is()
    {
        await using var host = new CampaignProcess();
        await host.Up();
        using var gateway = host.Gateway();
        var street = await Street.Prepare(gateway, TimeProvider.System);
        var inside = host.Inside;
        var target = host.Data.At("taken");

        // Backed up in the middle of the work, which goes on for a while.
        var journal = new Journal();
        Dictionary<Expected, int> acknowledgedBefore = [];
        await Work(street, journal, async () =>
        {
            await Eventually.Holds(() => Task.FromResult(journal.Acknowledged > SomeWork));
            acknowledgedBefore = journal.All.ToDictionary();
            var backup = await host.StartUntil("正在备份数据库", "backup", "--to", target);
            // Facts that are with the broker only when the databases are copied.
            host.State!.Find("scoring")!.Process!.Value.Send(Signal.Kill);
            var (exitCode, words) = await backup.Finish(Limit);
            exitCode.ShouldBe(0, words);
        });
        (await host.Run("backup", "--to", target)).Output.ShouldContain("已经存在");
        (await host.Run("restore", "--from", target)).Output.ShouldContain("系统正在运行");
        File.GetUnixFileMode(BackupLayout.Secret(target, "postgres-admin")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var manifest = await BackupManifest.Verified(target, default);
        var kept = await StoredEvents.UpTo(manifest, inside.Open);
        await Work(street, new Journal(), () => host.Run("status"));
        await host.Down();

        await host.Succeeds("restore", "--from", target);
        Directory.EnumerateDirectories(host.Data.Root, "*.before-restore-*").Count()
            .ShouldBe(3, "cluster, evidence and broker are put aside");
        await host.Up();

        (await StoredEvents.UpTo(manifest, inside.Open)).ShouldBe(kept);
        var restored = journal.AsOf(acknowledgedBefore);
        var wasThere = restored.Acknowledged;
        wasThere.ShouldBeGreaterThan(SomeWork);
        await Work(street, restored, () => Eventually.Holds(() => Task.FromResult(restored.Acknowledged > wasThere + SomeWork)));
        var settled = await Settlement.Wait(inside, TimeProvider.System, default);
        var verdict = await new Checker(inside, street, restored).Judge(settled, kills: 0);
        verdict.Holds.ShouldBeTrue(verdict.ToString());
        verdict.InStreams.ShouldBe(restored.Acknowledged);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_is_touched()
    {
        await using var host = new CampaignProcess();
        var backup = Directory.CreateDirectory(host.Data.At("taken")).FullName;
        await File.WriteAllTextAsync(BackupLayout.Evidence(backup), "as it was");
        new BackupManifest(
            BackupManifest.CurrentFormat, TimeProvider.System.GetUtcNow(), "1", 15,
            new Dictionary<string, StreamPositions>(StringComparer.Ordinal),
            await BackupManifest.Digests(backup, default)).Write(backup);
        await File.WriteAllTextAsync(BackupLayout.Evidence(backup), "as it is now");
        var before = Directory.EnumerateFileSystemEntries(host.Data.Root).ToList();

        var (exitCode, words) = await host.Run("restore", "--from", backup);

        exitCode.ShouldNotBe(0);
        words.ShouldContain("evidence.tar");
        Directory.EnumerateFileSystemEntries(host.Data.Root).ShouldBe(before, ignoreOrder: true);
    }

    /// <summary>Six people work while something else happens, and finish what they have begun.</summary>
    private static async Task Work(Street street, Journal journal, Func<Task> meanwhile)
    {
        using var rest = new CancellationTokenSource();
        var work = new Load(street, journal, TimeProvider.System).Work(seed: 7, rest.Token);
        try
        {
            await meanwhile();
        }
        finally
        {
            await rest.CancelAsync();
        }

        await work.WaitAsync(Limit);
    }
}
