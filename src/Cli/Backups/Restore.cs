using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.Cli.Backups;

/// <summary>
/// Everything is unpacked and opened beside the present data first; then, with the system down, they change places. What was there is
/// put aside, never deleted.
/// </summary>
internal sealed class Restore
{
    private const string Preparing = "restore.preparing";
    private const string Moving = "restore.moving";

    private readonly DataDirectory data;
    private readonly BackupManifest manifest;

    private Restore(DataDirectory data, BackupManifest manifest) => (this.data, this.manifest) = (data, manifest);

    public DateTimeOffset TakenAt => manifest.TakenAt;

    /// <exception cref="LaunchException">A restore was interrupted after data had begun to change places.</exception>
    public static void RefuseHalfRestored(DataDirectory data)
    {
        if (Directory.Exists(data.At(Moving)))
            throw new LaunchException("上一次恢复没有做完，请重新执行 ./campaign restore --from 备份目录。");
    }

    /// <summary>Proves that the backup is whole and opens; the system may go on meanwhile.</summary>
    public static async Task<Restore> Prepare(DataDirectory data, string backup, Action<string> say, CancellationToken ct)
    {
        say("正在核对备份……");
        var verified = await BackupManifest.Verified(backup, ct);
        foreach (var abandoned in new[] { Preparing, Moving }.Select(data.At).Where(Directory.Exists))
            await Discard(new DataDirectory(abandoned));
        var prepared = new DataDirectory(data.At(Preparing));
        try
        {
            say("正在解开备份……");
            await Unpack(prepared, data, backup, say, ct);
        }
        catch
        {
            await Discard(prepared);
            throw;
        }

        return new(data, verified);
    }

    /// <summary>While nothing runs.</summary>
    /// <returns>What the names of the data that were there end with now.</returns>
    public string ChangePlaces(DateTimeOffset now)
    {
        var suffix = $".before-restore-{now:yyyyMMdd-HHmmss}";
        Directory.Move(data.At(Preparing), data.At(Moving));
        var restored = new DataDirectory(data.At(Moving));
        // What is queued speaks of things that have not happened; an empty broker is told what has.
        PutAside(data.At("rabbitmq"), suffix);
        Replace(data.Evidence, restored.Evidence, suffix);
        Replace(PostgresServer.ClusterOf(data).Directory, PostgresServer.ClusterOf(restored).Directory, suffix);
        return suffix;
    }

    /// <summary>
    /// Publishers go back to where telling is certain, but not before every service has its queue: what an empty broker is told while
    /// nobody listens is lost. They must start again after this; whatever they say meanwhile is said again.
    /// </summary>
    public async Task TellAgain(RunState state, CancellationToken ct)
    {
        await Positions.SetBack(database => PostgresServer.AdminOf(data, state, database), manifest.Databases, ct);
        ThrowAwayEngines.Remove(new DataDirectory(data.At(Moving)));
    }

    private static async Task Unpack(DataDirectory prepared, DataDirectory data, string backup, Action<string> say, CancellationToken ct)
    {
        foreach (var secret in BackupLayout.Secrets)
            PrivateFile.Write(prepared.SecretFile(secret), await File.ReadAllTextAsync(BackupLayout.Secret(backup, secret), ct));
        await EvidenceArchive.Unpack(BackupLayout.Evidence(backup), prepared.Evidence, ct);
        await PostgresServer.ClusterOf(prepared).Unpack(BackupLayout.Cluster(backup), ct);
        var runner = new PartRunner(prepared, say);
        try
        {
            var server = new PostgresServer(prepared);
            await runner.Start([server.Part], ct);
            // The installation keeps its secrets: what runs knows them already.
            await server.TakePasswordsOf(data, ct);
        }
        finally
        {
            await runner.Stop();
        }
    }

    private static void Replace(string place, string by, string suffix)
    {
        PutAside(place, suffix);
        Directory.Move(by, place);
    }

    // Directory.Move is rename(2): files too.
    private static void PutAside(string place, string suffix)
    {
        if (Path.Exists(place))
            Directory.Move(place, place + suffix);
    }

    private static async Task Discard(DataDirectory attempt)
    {
        if (PartsState.Load(attempt) is { } left)
            await Shutdown.Of(left.Parts);
        ThrowAwayEngines.Remove(attempt);
    }
}
