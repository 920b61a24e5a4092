using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Campaign.Inspections.Evidence;

/// <summary>
/// Photos in small, made when they are asked for and kept while there is room: what is made of one content is always the same. Who may see
/// the photo is asked before, each time.
/// </summary>
internal sealed class Thumbnails(IEvidenceFiles files) : IDisposable
{
    private const int RoomBytes = 64 << 20;

    /// <summary>Each holds a file and what its decoder holds, most of it outside the heap.</summary>
    private readonly SemaphoreSlim making = new(Math.Clamp(Environment.ProcessorCount / 2, 1, 2));

    private readonly MemoryCache made = new(new MemoryCacheOptions { SizeLimit = RoomBytes, CompactionPercentage = 0.25 });

    /// <returns>Null for what has none: it is not there, or not decoded.</returns>
    /// <exception cref="EvidenceStorageException">Nobody knows at the moment.</exception>
    public async Task<byte[]?> Of(string sha256, int width, CancellationToken cancellation)
    {
        if (made.TryGetValue((sha256, width), out byte[]? known)) return known;
        await making.WaitAsync(cancellation);
        try
        {
            // Many ask for the same page at once: one of them makes it.
            if (made.TryGetValue((sha256, width), out known)) return known;
            if (await files.ReadWhole(sha256, cancellation) is not { } file || Thumbnail.Of(file, width) is not { } small) return null;
            return made.Set((sha256, width), small, new MemoryCacheEntryOptions { Size = small.Length });
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose()
    {
        making.Dispose();
        made.Dispose();
    }
}
