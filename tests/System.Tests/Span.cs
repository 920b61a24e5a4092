namespace Campaign.SystemTests;

/// <summary>What a test asks of a span.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <param name="request">opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest.</param>
    public static IEnumerable<Span> In(byte[] request) =>
        from resource in Wire.All(Wire.Fields(request), 1)
        from scope in Wire.All(resource, 2)
        from span in Wire.All(scope, 2)
        select new Span(Wire.Hex(span, 1), Wire.Hex(span, 2), Wire.Hex(span, 4), Wire.Text(span, 5), Wire.Tags(span, 9));
}

/// <summary>What a test asks of a line of a log.</summary>
internal sealed record LogLine(
    IReadOnlyDictionary<string, string> Resource, string Level, string Text, IReadOnlyDictionary<string, string> Tags, string Trace)
{
    /// <param name="request">opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest.</param>
    public static IEnumerable<LogLine> In(byte[] request) =>
        from resource in Wire.All(Wire.Fields(request), 1)
        let tags = Wire.Tags(Wire.All(resource, 1).Single(), 1)
        from scope in Wire.All(resource, 2)
        from line in Wire.All(scope, 2)
        select new LogLine(tags, Wire.Text(line, 3), Wire.Value(line, 5), Wire.Tags(line, 6), Wire.Hex(line, 9));
}

/// <summary>What a test asks of a metric.</summary>
internal sealed record Metric(IReadOnlyDictionary<string, string> Resource, string Name)
{
    /// <param name="request">opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest.</param>
    public static IEnumerable<Metric> In(byte[] request) =>
        from resource in Wire.All(Wire.Fields(request), 1)
        let tags = Wire.Tags(Wire.All(resource, 1).Single(), 1)
        from scope in Wire.All(resource, 2)
        from metric in Wire.All(scope, 2)
        select new Metric(tags, Wire.Text(metric, 1));
}
