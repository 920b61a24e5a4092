using System.Security.Cryptography;
using Campaign.EventStore;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.Evidence;

/// <param name="Row">Null where <paramref name="Look"/> holds the refusal.</param>
internal readonly record struct Taken(EvidenceRow? Row, PhotoLook Look)
{
    public static implicit operator Taken(Refusal refusal) => new(null, refusal);
}

/// <summary>Takes an upload in: whole, of a kind that is taken, not too large, and as its id says. Else nothing of it remains.</summary>
internal sealed class EvidenceIntake(Spool spool, IEvidenceFiles files, EvidenceSettings settings) : IDisposable
{
    private const int BufferBytes = 81920;

    /// <summary>A photo is held in memory while its header is read: as many at once as there are processors, for milliseconds.</summary>
    private readonly SemaphoreSlim looking = new(Math.Min(Environment.ProcessorCount, 4));

    /// <exception cref="EvidenceStorageException">There is no room, or the storage does not answer.</exception>
    public async Task<Taken> Take(string sha256, Stream content, CancellationToken cancellation)
    {
        var path = spool.NewPath();
        try
        {
            var (type, hash, size, refusal) = await Receive(content, path, cancellation);
            if (refusal is not null) return refusal;
            if (hash != sha256) return EvidenceRules.ContentDiffers;

            var look = type!.Class == MediaClass.Photo ? await Look(type, path, cancellation) : PhotoLook.NoPhoto;
            if (look.Refusal is not null) return look.Refusal;

            await files.Keep(sha256, path, cancellation);
            return new Taken(new EvidenceRow(type.ContentType, size), look);
        }
        finally
        {
            Spool.Discard(path);
        }
    }

    public void Dispose() => looking.Dispose();

    private async Task<(MediaType? Type, string Hash, long Size, Refusal? Refusal)> Receive(
        Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var read = await content.ReadAtLeastAsync(buffer, Sniffing.HeadBytes, throwOnEndOfStream: false, cancellation);
        var (type, found) = Sniffing.Sniff(buffer.AsSpan(0, Math.Min(read, Sniffing.HeadBytes)));
        if (type is null) return Refused(EvidenceRules.TypeNotTaken(found));

        await using var file = spool.Create(path);
        var size = 0L;
        for (; read > 0; read = await content.ReadAsync(buffer, cancellation))
        {
            size += read;
            if (size > settings.LimitOf(type)) return Refused(EvidenceRules.TooLarge(type, settings.LimitOf(type)));
            hash.AppendData(buffer, 0, read);
            await Disk.Do(() => file.WriteAsync(buffer.AsMemory(0, read), cancellation));
        }
        (type, found) = Disk.Do(() => Sniffing.Whole(type, file));
        if (type is null) return Refused(EvidenceRules.TypeNotTaken(found));
        return (type, Convert.ToHexStringLower(hash.GetHashAndReset()), size, null);

        static (MediaType?, string, long, Refusal?) Refused(Refusal refusal) => (null, "", 0, refusal);
    }

    private async Task<PhotoLook> Look(MediaType type, string path, CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            return PhotoReader.Read(type, Disk.Do(() => File.ReadAllBytes(path)));
        }
        finally
        {
            looking.Release();
        }
    }
}
