using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Campaign.EventStore;

/// <summary>Names under which the module is traced and metered: <c>Campaign.EventStore</c> for both.</summary>
public static class EventStoreTelemetry
{
    public const string Name = "Campaign.EventStore";

    internal static readonly ActivitySource Source = new(Name);
    internal static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> AppendDuration =
        Meter.CreateHistogram<double>("eventstore.append.duration", "s", "Time of an append, failed ones too.");

    private static readonly Counter<long> Decisions =
        Meter.CreateCounter<long>(
            "eventstore.decisions", description: "Decisions by aggregate and outcome: appended, unchanged, or the rule that refused.");

    internal static void Decided<T>(string outcome) =>
        Decisions.Add(1, new("eventstore.aggregate", SnakeCase.Of(typeof(T).Name)), new("eventstore.outcome", outcome));

    internal static AppendScope Append(IReadOnlyList<StreamAppend> appends)
    {
        var activity = Source.StartActivity("append", ActivityKind.Client);
        activity?.SetTag("eventstore.aggregate", appends[0].Aggregate).SetTag("eventstore.streams", appends.Count);
        return new(activity, Stopwatch.GetTimestamp());
    }

    internal static Activity? Page(string subscription, SubscriptionPage page)
        => Source.StartActivity($"handle {subscription}", ActivityKind.Consumer)?.SetTag("eventstore.events", page.Events.Count);

    internal readonly struct AppendScope(Activity? activity, long started) : IDisposable
    {
        public void Dispose()
        {
            AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            activity?.Dispose();
        }
    }
}
