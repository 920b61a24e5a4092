using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Extensions.Logging;
using ILogger = Serilog.ILogger;

namespace Campaign.ServiceDefaults.Telemetry;

/// <summary>What Serilog does not write is not exported either: one set of levels for all.</summary>
internal sealed class SerilogLevels(ILogger serilog)
{
    private readonly ConcurrentDictionary<string, ILogger> categories = new(StringComparer.Ordinal);

    public bool Admit(string? category, LogLevel level) => categories
        .GetOrAdd(category ?? "", name => serilog.ForContext(Constants.SourceContextPropertyName, name))
        .IsEnabled(LevelConvert.ToSerilogLevel(level));
}
