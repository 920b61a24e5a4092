using System.Diagnostics.Metrics;
using Campaign.Testing;

namespace Campaign.SystemTests;

/// <summary>Counts what this process asks its databases, by the driver's own meter.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public StatementCount()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "Npgsql", Name: "db.client.operation.duration" }) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref count));
        listener.Start();
    }

    /// <summary>Done when so many more have been asked.</summary>
    public Task More(int statements)
    {
        var until = Interlocked.Read(ref count) + statements;
        return Eventually.Becomes(() => Task.FromResult(Interlocked.Read(ref count)), asked => asked >= until);
    }

    public void Dispose() => listener.Dispose();
}
