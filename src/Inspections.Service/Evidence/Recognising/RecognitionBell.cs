using System.Threading.Channels;

namespace Campaign.Inspections.Evidence.Recognising;

/// <summary>Says that a photo has come. A ring wakes one worker; while every worker has one to hear, further ones add nothing.</summary>
internal sealed class RecognitionBell
{
    public const int MostWorkers = 4;

    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(MostWorkers) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    public async Task Heard(CancellationToken cancellation) => await rings.Reader.ReadAsync(cancellation);
}
