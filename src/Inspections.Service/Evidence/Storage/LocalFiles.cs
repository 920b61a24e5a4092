namespace Campaign.Inspections.Evidence.Storage;

/// <summary>On a disk that all instances share, 256 directories below <c>Evidence:Directory</c>.</summary>
internal sealed class LocalFiles(EvidenceSettings settings) : IEvidenceFiles
{
    public Task Keep(string sha256, string path, CancellationToken cancellation)
    {
        Disk.Do(() =>
        {
            var kept = PathOf(sha256);
            if (!File.Exists(kept))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
                using (var content = File.OpenHandle(path, access: FileAccess.ReadWrite)) RandomAccess.FlushToDisk(content);
                File.Move(path, kept, overwrite: true);
            }
            // A name is safe from a power failure when its directory is, and that one's name in turn. Also where the file was there
            // already: whoever put it there may have failed just here.
            DirectorySync.Flush(Path.GetDirectoryName(kept)!);
            DirectorySync.Flush(settings.Directory);
        });
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string sha256, CancellationToken cancellation) => Task.FromResult(Disk.Do<Stream?>(() =>
    {
        if (File.Exists(PathOf(sha256))) return File.OpenRead(PathOf(sha256));
        // A directory that is not there says nothing about what is in it.
        return Directory.Exists(settings.Directory) ? null : throw new DirectoryNotFoundException(settings.Directory);
    }));

    private string PathOf(string sha256) => Path.Combine(settings.Directory, sha256[..2], sha256);
}
