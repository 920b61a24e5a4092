namespace Campaign.Inspections.Evidence.Storage;

/// <summary>Where uploads lie until it is known what they are. What a crash leaves there is swept at a later start.</summary>
internal class Spool(EvidenceSettings settings, TimeProvider clock) : IHostedService
{
    private const string Suffix = ".part";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Another instance may be receiving into the same directory; no upload takes this long.</summary>
    private static readonly TimeSpan Forsaken = TimeSpan.FromDays(1);

    /// <exception cref="EvidenceStorageException">There is no directory for it, and none can be made.</exception>
    public string NewPath()
    {
        // Photos have people in them. A directory that an operator made is as he made it.
        Disk.Do(() => OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(settings.Directory)
            : Directory.CreateDirectory(settings.Directory, OwnerOnly));
        return Path.Combine(settings.Directory, $"{Guid.CreateVersion7():N}{Suffix}");
    }

    /// <exception cref="EvidenceStorageException">There is no room for it.</exception>
    public Stream Create(string path) => Disk.Do(() => Open(path));

    /// <summary>Never fails: what cannot be removed now is swept at a later start, and must not hide why the upload failed.</summary>
    public static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (Disk.IsOfDisk(failure))
        {
        }
    }

    /// <summary>Unbuffered, so that a full disk says so at the write and not when the file is closed.</summary>
    protected virtual Stream Open(string path) =>
        new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, useAsync: true);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(settings.Directory)) return Task.CompletedTask;
        var since = (clock.GetUtcNow() - Forsaken).UtcDateTime;
        foreach (var path in Directory.EnumerateFiles(settings.Directory, $"*{Suffix}"))
        {
            if (File.GetLastWriteTimeUtc(path) < since) File.Delete(path);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
