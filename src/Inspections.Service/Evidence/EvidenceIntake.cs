using System.Security.Cryptography;
using Campaign.EventStore;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.Evidence;

/// <param name="Refusal">Why it was not taken; the others are empty then.</param>
internal readonly record struct Taken(EvidenceRow? Row, PhotoFacts Facts, Refusal? Refusal)
{
    public static implicit operator Taken(Refusal refusal) => new(null, PhotoFacts.None, refusal);
}

/// <summary>Takes an upload in: whole, of a kind that is taken, not too large, and as its id says. Else nothing of it remains.</summary>
internal sealed class EvidenceIntake(Spool spool, IEvidenceFiles files, EvidenceSettings settings) : IDisposable
{
    private const int BufferBytes = 81920;

    /// <summary>A photo is looked at in memory: as many at once as there are processors to do it.</summary>
    private readonly SemaphoreSlim looking = new(Environment.ProcessorCount);

    /// <exception cref="EvidenceStorageException">There is no room, or the storage does not answer.</exception>
    public async Task<Taken> Take(string sha256, Stream content, CancellationToken cancellation)
    {
        var path = spool.NewPath();
        try
        {
            var (type, hash, size, refusal) = await Receive(content, path, cancellation);
            if (refusal is not null) return refusal;
            if (hash != sha256) return EvidenceRules.ContentDiffers;

            var facts = type!.Class == MediaClass.Photo ? await Look(type, path, cancellation) : PhotoFacts.None;
            if (facts is { Width: { } width, Height: { } height } && PhotoFacts.IsTooLarge(width, height))
                return EvidenceRules.TooManyPixels(type, width, height);

            await files.Keep(sha256, path, cancellation);
            return new Taken(new EvidenceRow(type.ContentType, size), facts, null);
        }
        finally
        {
            Spool.Discard(path);
        }
    }

    public void Dispose() => looking.Dispose();

    private async Task<(MediaType? Type, string Hash, long Size, Refusal? Refusal)> Receive(Stream content, string path, CancellationToken cancellation)
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
        if (type == MediaType.Ofd && !Disk.Do(() => OfdPackage.Is(file))) return Refused(EvidenceRules.TypeNotTaken("ZIP 压缩包（含新版 Office 文档）"));
        return (type, Convert.ToHexStringLower(hash.GetHashAndReset()), size, null);

        static (MediaType?, string, long, Refusal?) Refused(Refusal refusal) => (null, "", 0, refusal);
    }

    private async Task<PhotoFacts> Look(MediaType type, string path, CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            return PhotoFacts.Read(type, Disk.Do(() => File.ReadAllBytes(path)));
        }
        finally
        {
            looking.Release();
        }
    }
}
