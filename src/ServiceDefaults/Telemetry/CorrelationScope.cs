using OpenTelemetry;
using OpenTelemetry.Logs;
using Serilog.Core;
using Serilog.Events;

namespace Campaign.ServiceDefaults.Telemetry;

/// <summary>The correlation id of what is being worked on, borne by every line that is logged on the way.</summary>
internal static class CorrelationScope
{
    private const string Property = "CorrelationId";
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Holds until the asynchronous method that calls this returns.</summary>
    public static void Begin(string? id) => Current.Value = id;

    internal sealed class Enricher : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (Current.Value is { } id) logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty(Property, id));
        }
    }

    internal sealed class Processor : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data)
        {
            if (Current.Value is { } id) data.Attributes = [.. data.Attributes ?? [], new(Property, id)];
        }
    }
}
