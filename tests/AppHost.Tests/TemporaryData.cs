using Campaign.Cli;
using Campaign.Cli.Engines;

namespace Campaign.AppHost.Tests;

/// <summary>A data directory that goes with the test.</summary>
internal sealed class TemporaryData : IDisposable
{
    public DataDirectory Data { get; } = new(Directory.CreateTempSubdirectory("campaign-apphost-").FullName);

    public void Dispose() => ThrowAwayEngines.Remove(Data);
}
