namespace Campaign.Inspections.Evidence.Storage;

/// <summary>The door to where files lie by their content. A file is there whole or not at all.</summary>
internal interface IEvidenceFiles
{
    /// <summary>Keeps what was received at <paramref name="path"/>, durably; the same once more changes nothing.</summary>
    /// <exception cref="EvidenceStorageException">It is not kept.</exception>
    Task Keep(string sha256, string path, CancellationToken cancellation);

    /// <summary>A stream that seeks; null when there is no such file.</summary>
    /// <exception cref="EvidenceStorageException">Nobody knows at the moment.</exception>
    Task<Stream?> Open(string sha256, CancellationToken cancellation);
}

internal static class WholeFiles
{
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="EvidenceStorageException">Nobody knows at the moment.</exception>
    public static async Task<byte[]?> ReadWhole(this IEvidenceFiles files, string sha256, CancellationToken cancellation)
    {
        try
        {
            await using var content = await files.Open(sha256, cancellation);
            if (content is null) return null;
            var file = new byte[content.Length];
            await content.ReadExactlyAsync(file, cancellation);
            return file;
        }
        catch (Exception failure) when (Disk.IsOfDisk(failure))
        {
            throw EvidenceStorageException.Of(failure);
        }
    }
}

/// <summary>The storage is full, or does not answer.</summary>
internal sealed class EvidenceStorageException(bool full, Exception cause) : Exception(cause.Message, cause)
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public bool IsFull => full;

    public static EvidenceStorageException Of(Exception failure) =>
        new(failure.HResult is NoSpaceLeft or QuotaExceeded or WindowsDiskFull, failure);
}
