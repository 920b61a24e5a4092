using System.Collections.Concurrent;
using System.Globalization;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using ILogger = Serilog.ILogger;

namespace Campaign.ServiceDefaults;

internal static class Logging
{
    private const string Template =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {Message:lj} {TraceId} {CorrelationId}{NewLine}{Failure:l}";

    /// <summary>
    /// Console always; a rolling file where <c>Logging:File</c> names one. Levels come
    /// from the <c>Serilog</c> section, for the exporter too.
    /// </summary>
    public static void AddCampaignLogging(this WebApplicationBuilder builder, string service)
    {
        var configured = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("OpenIddict", LogEventLevel.Warning)
            .MinimumLevel.Override("Yarp", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<CorrelationEnricher>()
            .Enrich.With<CappedValues>()
            .Enrich.WithProperty("Service", service)
            .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
        if (builder.Configuration["Logging:File"] is { Length: > 0 } file)
            configured.WriteTo.File(
                file, outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 14);
        var serilog = configured.CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(serilog, dispose: true);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(new SerilogLevels(serilog).Admit);
    }
}

/// <summary>What Serilog does not write is not exported either: one set of levels for all.</summary>
internal sealed class SerilogLevels(ILogger serilog)
{
    private readonly ConcurrentDictionary<string, ILogger> categories = new(StringComparer.Ordinal);

    public bool Admit(string? category, LogLevel level) => categories
        .GetOrAdd(category ?? "", name => serilog.ForContext(Constants.SourceContextPropertyName, name))
        .IsEnabled(LevelConvert.ToSerilogLevel(level));
}

/// <summary>Puts the correlation id on every line that is written.</summary>
internal sealed class CorrelationEnricher : ILogEventEnricher
{
    public const string Property = "CorrelationId";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (CorrelationScope.Id is { } id) logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty(Property, id));
    }
}
