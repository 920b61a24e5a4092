using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Census;

/// <summary>What the census of a street knows, as its commands and its import ask it.</summary>
internal sealed class CensusRegister(IEventStore store, NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<CensusTrade>> Trades(string street, CancellationToken cancellation) =>
        (await store.Load(CensusTrades.Stream(street), cancellation)).State.Trades;

    /// <summary>Names by code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CommunityNames(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var communities = await connection.QueryAsync<(string Code, string Name)>(new CommandDefinition(
            "SELECT DISTINCT ON (code) code, name FROM communities WHERE street = @street ORDER BY code, version DESC",
            new { street }, cancellationToken: cancellation));
        return communities.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>Every establishment as its stream has it, read in bulk from the rows that are written with the streams.</summary>
    public async Task<IReadOnlyDictionary<string, StreamState<Establishment>>> Establishments(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var checks = (await connection.QueryAsync<CheckOf>(new CommandDefinition(
            """
            SELECT code AS Code, day AS Day, attained AS Attained, problems AS Problems, evidence AS Evidence, recorded_at AS RecordedAt
            FROM establishment_checks WHERE street = @street
            """,
            new { street }, cancellationToken: cancellation))).ToLookup(check => check.Code, check => check.Event, StringComparer.Ordinal);
        var rows = await connection.QueryAsync<EstablishmentOf>(new CommandDefinition(
            """
            SELECT version AS Version, code AS Code, name AS Name, trade AS Trade, community AS Community, address AS Address,
                   licence AS Licence, health_certificates AS HealthCertificates, closed_on AS ClosedOn
            FROM establishments WHERE street = @street
            """,
            new { street }, cancellationToken: cancellation));
        return rows.ToDictionary(
            row => row.Code, row => new StreamState<Establishment>(row.State(checks[row.Code]), row.Version), StringComparer.Ordinal);
    }

    private sealed record CheckOf(string Code, DateOnly Day, bool? Attained, string? Problems, string[] Evidence, DateTimeOffset RecordedAt)
    {
        public EstablishmentChecked Event => new(Code, Day, Attained, Problems, Evidence, RecordedAt);
    }

    private sealed record EstablishmentOf(
        long Version, string Code, string Name, string Trade, string Community, string? Address, Licence Licence, int? HealthCertificates,
        DateOnly? ClosedOn)
    {
        public Establishment State(IEnumerable<EstablishmentChecked> checks) => new()
        {
            Particulars = new(Code, Name, Trade, Community, Address, Licence, HealthCertificates, default),
            Checks = checks.ToImmutableSortedDictionary(check => check.On, check => check),
            Closed = ClosedOn is not null,
        };
    }
}
