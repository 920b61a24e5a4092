using System.Security.Cryptography;
using Campaign.Demo;
using Campaign.Demo.Api;
using Campaign.Demo.Input;

namespace Campaign.Chaos;

/// <summary>
/// People who only take photos, and send each until it is taken: the same bytes under the same key. They see every answer, also those
/// that patient callers ride over.
/// </summary>
internal sealed class Photographers(Caller inspector, Album album, TimeProvider clock)
{
    private const int Count = 2;
    private const int LargestBytes = 200_000;
    private const string StorageRules = "evidence-storage-";
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Returns when the last photo of each is taken, or nobody takes it although nothing is in its way any more.</summary>
    public Task Work(int seed, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Count).Select(async photographer =>
    {
        var random = new Random(HashCode.Combine(seed, nameof(Photographers).Length, photographer));
        while (!stop.IsCancellationRequested)
        {
            // What follows the end of a picture is the camera's own business.
            await Deliver(new Picture([.. Picture.New().Bytes, .. RandomNumberGenerator.GetBytes(random.Next(LargestBytes))]), stop);
            await Task.Delay(Between, clock, CancellationToken.None);
        }
    }));

    private async Task Deliver(Picture photo, CancellationToken stop)
    {
        var key = Guid.CreateVersion7().ToString("N");
        DateTimeOffset? giveUpAt = null;
        while (!await IsTaken(photo, key))
        {
            if (stop.IsCancellationRequested) giveUpAt ??= clock.GetUtcNow() + Timeout;
            if (clock.GetUtcNow() > giveUpAt) return;
            await Task.Delay(BeforeRepeating, clock, CancellationToken.None);
        }
    }

    private async Task<bool> IsTaken(Picture photo, string key)
    {
        try
        {
            await inspector.Upload($"{Street.Path}/evidence/{photo.Id}", photo.Bytes, "image/png", key);
            album.Take(photo.Id);
            return true;
        }
        catch (Refused refused)
        {
            if (refused.Rule?.StartsWith(StorageRules, StringComparison.Ordinal) is true) album.Refuse(photo.Id);
            else if (refused is not { Status: 502 or 503 or 504, Rule: not null }) album.Wonder(refused.Message);
        }
        catch (Exception noAnswer) when (noAnswer is DemoFailure or HttpRequestException or TaskCanceledException)
        {
            // The gateway is down, or died while it was about to answer.
        }
        return false;
    }
}
