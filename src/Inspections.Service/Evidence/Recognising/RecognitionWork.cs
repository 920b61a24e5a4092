using Campaign.EventStore;
using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.Evidence.Recognising;

/// <summary>
/// Opens the pictures of photos that were taken in, beside whatever else is done: on half of the processors, caller by caller. The sweep
/// finds what another instance, or this one before it was started, left.
/// </summary>
internal sealed partial class RecognitionWork(
    RecognitionQueue queue, RecognitionBell bell, PictureOpening pictures, TimeProvider clock, ILogger<RecognitionWork> log)
    : PeriodicSweep(clock, log, Interval, atOnce: true)
{
    /// <summary>
    /// Each holds a file and up to <see cref="PixelLimits.MaxHeldBytes"/> beside it, most of it outside the heap, where no collector
    /// counts it: together little more than a gigabyte.
    /// </summary>
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount / 2, 1, RecognitionBell.MostWorkers);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly CallerRound turns = new();
    private readonly SemaphoreSlim choosing = new(1);

    public override Task Sweep(CancellationToken cancellation)
    {
        for (var worker = 0; worker < Workers; worker++) bell.Ring();
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        choosing.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([base.ExecuteAsync(stoppingToken), .. Enumerable.Range(0, Workers).Select(_ => Work(stoppingToken))]);

    private async Task Work(CancellationToken stopping)
    {
        while (true)
        {
            await bell.Heard(stopping);
            try
            {
                while (await Begin(stopping) is { } photo) await Recognise(photo, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                Interrupted(Log, failure);
            }
        }
    }

    private async Task<WaitingPhoto?> Begin(CancellationToken stopping)
    {
        await choosing.WaitAsync(stopping);
        try
        {
            var heads = (await queue.Heads(stopping)).ToDictionary(photo => photo.StoredBy, StringComparer.Ordinal);
            return turns.Begin(heads.Keys) is { } caller ? heads[caller] : null;
        }
        finally
        {
            choosing.Release();
        }
    }

    private async Task Recognise(WaitingPhoto photo, CancellationToken stopping)
    {
        try
        {
            if (await queue.Claim(photo, stopping) is not { } attempt) return;
            var seen = attempt > RecognitionQueue.MostAttempts ? Recognition.Unreadable : await Open(photo, stopping);
            if (seen is { } known) await queue.Settle(photo, known, stopping);
        }
        finally
        {
            turns.End(photo.StoredBy);
        }
        // The caller's next photo may wait for another worker.
        bell.Ring();
    }

    /// <returns>Null when the file is not there; it is asked for again later.</returns>
    private async Task<Recognition?> Open(WaitingPhoto photo, CancellationToken stopping)
    {
        try
        {
            return await pictures.Open(photo.Sha256, stopping);
        }
        catch (Exception failure) when (failure is EvidenceStorageException or OperationCanceledException)
        {
            await queue.GiveBack(photo, CancellationToken.None);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Opening photos was interrupted; it goes on by itself")]
    private static partial void Interrupted(ILogger log, Exception failure);
}
