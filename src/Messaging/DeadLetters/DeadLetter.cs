using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Campaign.Messaging;

/// <param name="Id">Id of the message, which is that of the event it tells of.</param>
/// <param name="Type">Contract, as MassTransit names it.</param>
/// <param name="DiedAt">When the last attempt failed.</param>
/// <param name="Exception">Type of what was thrown.</param>
/// <param name="Reason">First line of its message.</param>
/// <param name="Body">As sent; only where it was asked for, since it may hold personal data.</param>
internal sealed record DeadLetter(string? Id, string? Type, DateTimeOffset? DiedAt, string? Exception, string? Reason, string? Body)
{
    private const string FaultPrefix = "MT-Fault-";
    private const string Outcome = "MT-Reason";

    internal static DeadLetter From(BasicGetResult dead, bool withBody)
    {
        var properties = dead.BasicProperties;
        string? Fault(string name) => properties.Headers?.TryGetValue(FaultPrefix + name, out var header) is true ? Text(header) : null;
        return new(
            properties.MessageId, Fault("MessageType"),
            DateTimeOffset.TryParse(
                Fault("Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            Fault("ExceptionType"), Fault("Message")?.Split('\n')[0].TrimEnd('\r'), withBody
                ? Encoding.UTF8.GetString(dead.Body.Span)
                : null);
    }

    /// <summary>The message as it was before it failed.</summary>
    internal static BasicProperties Revived(IReadOnlyBasicProperties dead) => new(dead)
    {
        Headers = dead.Headers?
            .Where(header => header.Key != Outcome && !header.Key.StartsWith(FaultPrefix, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal),
    };

    private static string? Text(object? header) => header is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header?.ToString();
}
