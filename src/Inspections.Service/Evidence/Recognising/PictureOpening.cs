using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.Evidence.Recognising;

/// <summary>Fetches a photo and opens its picture.</summary>
internal sealed partial class PictureOpening(IEvidenceFiles files, TimeProvider clock, ILogger<PictureOpening> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>Null for a file that is not where it was put.</returns>
    /// <exception cref="EvidenceStorageException">Nobody knows at the moment.</exception>
    public async Task<Recognition?> Open(string sha256, CancellationToken cancellation)
    {
        if (await files.ReadWhole(sha256, cancellation) is not { } file) return null;
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // It takes a processor for as long as it takes: not one of the threads that answer requests.
            return await Task.Factory.StartNew(
                () => Recognition.Of(file, either.Token), either.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            TookTooLong(log, sha256);
            return Recognition.NotDecoded;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Photo {Sha256} takes too long to open; it gets no fingerprint")]
    private static partial void TookTooLong(ILogger log, string sha256);
}
