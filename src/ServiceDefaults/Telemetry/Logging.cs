using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using Serilog;
using Serilog.Events;

namespace Campaign.ServiceDefaults.Telemetry;

internal static class Logging
{
    private const string Template =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {Message:lj} {TraceId} {CorrelationId}{NewLine}{Exception}";

    /// <summary>Console always; a rolling file where <c>Logging:File</c> names one. Levels come from the <c>Serilog</c> section, for the exporter too.</summary>
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
            .Enrich.With<CorrelationScope.Enricher>()
            .Enrich.WithProperty("Service", service)
            .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
        if (builder.Configuration["Logging:File"] is { Length: > 0 } file)
            configured.WriteTo.File(file, outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14);
        var serilog = configured.CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(serilog, dispose: true);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(new SerilogLevels(serilog).Admit);
    }
}
