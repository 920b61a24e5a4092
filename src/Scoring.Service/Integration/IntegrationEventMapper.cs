using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Months;
using Campaign.Scoring.Vetoes;
using Told = Campaign.Contracts.Scoring;

namespace Campaign.Scoring.Integration;

/// <summary>What this service tells the others. An event without an arm stays inside.</summary>
internal sealed class IntegrationEventMapper : IIntegrationEventMapper
{
    public object? ToContract(RecordedEvent @event)
    {
        var (street, version) = (@event.Stream.Tenant, @event.Version);
        return @event.Data switch
        {
            MonthClosed e => new Told.MonthClosed(street, e.Month, version, e.At),
            BulletinPublished e => new Told.BulletinPublished(street, e.Month, version, e.Number, e.At, e.Correction ?? 0),
            VetoRaised e => new Told.VetoRaised(street, e.Subject, Name(e.Scope), e.Month, version, e.Reason, e.At, Name(e.Ground)),
            CommendationGranted e => new Told.CommendationGranted(
                street, e.Subject, version, e.Date, e.Reason, e.At, Name(e.Level), Name(e.Scope)),
            _ => null,
        };
    }

    [return: NotNullIfNotNull(nameof(value))]
    private static string? Name(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
