using System.Diagnostics;
using OpenTelemetry;

namespace Campaign.ServiceDefaults.Telemetry;

/// <summary>
/// A statement that belongs to no request, message or append is a look whether there is anything to do. There are dozens of them a second,
/// and they would be all there is to see. A processor rather than a sampler: a sampler does not learn whose span it decides on, and one
/// of ours would take the place of <c>OTEL_TRACES_SAMPLER</c>.
/// </summary>
internal sealed class IdleStatements : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name is "Npgsql" or "Marten" && data.ParentSpanId == default) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
