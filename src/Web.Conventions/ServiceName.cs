namespace Campaign.Web;

/// <summary>The name under which a process appears in logs, traces, queues and status.</summary>
public sealed record ServiceName(string Value);
