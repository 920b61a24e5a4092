namespace Campaign.Inspections.Evidence.Storage;

/// <summary>On a disk that all instances share, 256 directories below <c>Evidence:Directory</c>.</summary>
internal sealed class LocalFiles(EvidenceSettings settings) : IEvidenceFiles
{
    public Task Keep(string sha256, string path, CancellationToken cancellation)
    {
        var kept = PathOf(sha256);
        try
        {
            if (File.Exists(kept)) return Task.CompletedTask;
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            using (var content = File.OpenHandle(path, access: FileAccess.ReadWrite)) RandomAccess.FlushToDisk(content);
            File.Move(path, kept, overwrite: true);
            // A name is safe from a power failure when its directory is, and that one's name in turn.
            DirectorySync.Flush(Path.GetDirectoryName(kept)!);
            DirectorySync.Flush(settings.Directory);
        }
        catch (IOException failure)
        {
            throw EvidenceStorageException.Of(failure);
        }
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string sha256, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null);

    private string PathOf(string sha256) => Path.Combine(settings.Directory, sha256[..2], sha256);
}
