using System.Diagnostics.Tracing;

// The runtime looks for this very name in no namespace (DOTNET_STARTUP_HOOKS), and runs it before the program. It needs nothing but the
// runtime, since it is loaded into processes that have none of our other assemblies.
#pragma warning disable CA1050, MA0047, MA0048, RCS1110
internal static class StartupHook
{
    public const string File = "CAMPAIGN_TEST_CONNECTS";

    private static Listener? kept;

    /// <summary>Writes down to whom the process connects, and whose address it asks for.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is { Length: > 0 } file) kept = new Listener($"{file}-{Environment.ProcessId}");
    }

    private sealed class Listener : EventListener
    {
        private readonly StreamWriter? lines;
        private readonly List<EventSource> early = [];

        public Listener(string file)
        {
            lines = new StreamWriter(file, append: true) { AutoFlush = true };
            // Sources that were there before are told of within the base's constructor, when there is no file yet.
            foreach (var source in early) Hear(source);
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (lines is null) early?.Add(eventSource);
            else Hear(eventSource);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName is not ("ConnectStart" or "ResolutionStart") || lines is null) return;
            lock (lines) lines.WriteLine($"{eventData.EventName} {eventData.Payload?[0]}");
        }

        private void Hear(EventSource source)
        {
            if (source.Name is "System.Net.Sockets" or "System.Net.NameResolution") EnableEvents(source, EventLevel.Informational);
        }
    }
}
