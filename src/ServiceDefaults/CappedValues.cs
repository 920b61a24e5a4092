using Serilog.Core;
using Serilog.Events;

namespace Campaign.ServiceDefaults;

/// <summary>
/// What a caller sent may be in a line, but not fill the disk: of a long value, or of an exception's text, the beginning is written.
/// </summary>
internal sealed class CappedValues : ILogEventEnricher
{
    public const int MaxValue = 2_000;
    public const int MaxException = 16_000;

    /// <summary>The exception as the line shows it.</summary>
    public const string Failure = "Failure";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string { Length: > MaxValue } text })
                logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(name, Cut(text, MaxValue)));
        }

        if (logEvent.Exception is { } exception)
            logEvent.AddOrUpdateProperty(
                propertyFactory.CreateProperty(Failure, Cut(exception.ToString(), MaxException) + Environment.NewLine));
    }

    internal static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}… ({text.Length} characters)";
}
