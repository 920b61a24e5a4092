using Campaign.EventStore;

namespace Campaign.Tasks.Census;

internal enum CensusStanding { Unknown, Attained, NotAttained }

/// <summary>A row of the census (普查名录).</summary>
/// <param name="Standing">Of its latest check.</param>
internal sealed record EstablishmentList(
    string Code, long Version, string Name, string Trade, string Community, string? Address, Licence Licence, int? HealthCertificates,
    DateOnly? LastCheck, CensusStanding Standing, string? Problems, DateOnly? ClosedOn);

internal sealed class EstablishmentListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id, version) = (@event.Stream.Tenant, @event.Stream.Id, @event.Version);
        switch (@event.Data)
        {
            case EstablishmentRegistered e:
                sql.Add(
                    """
                    INSERT INTO establishments (street, id, version, code, name, trade, community, address, licence, health_certificates)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    ON CONFLICT (street, id) DO UPDATE SET version = excluded.version, name = excluded.name, trade = excluded.trade,
                        community = excluded.community, address = excluded.address, licence = excluded.licence,
                        health_certificates = excluded.health_certificates
                    """,
                    street, id, version, e.Code, e.Name, e.Trade, e.Community, e.Address, e.Licence, e.HealthCertificates);
                break;
            case EstablishmentChecked e:
                sql.Add(
                    """
                    INSERT INTO establishment_checks (street, id, day, attained, problems, evidence, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
                    ON CONFLICT (street, id, day) DO UPDATE SET attained = excluded.attained, problems = excluded.problems,
                        evidence = excluded.evidence, recorded_at = excluded.recorded_at
                    """,
                    street, id, e.On, e.Attained, e.Problems, e.Evidence.ToArray(), e.At);
                sql.Add("UPDATE establishments SET version = $3 WHERE street = $1 AND id = $2", street, id, version);
                sql.Add(
                    """
                    UPDATE establishments SET last_check = $3, standing = $4, problems = $5
                    WHERE street = $1 AND id = $2 AND (last_check IS NULL OR last_check <= $3)
                    """,
                    street, id, e.On, StandingOf(e.Attained), e.Problems);
                break;
            case EstablishmentClosed e:
                sql.Add("UPDATE establishments SET version = $3, closed_on = $4 WHERE street = $1 AND id = $2", street, id, version, e.On);
                break;
            case EstablishmentReopened:
                sql.Add("UPDATE establishments SET version = $3, closed_on = NULL WHERE street = $1 AND id = $2", street, id, version);
                break;
        }
    }

    private static CensusStanding StandingOf(bool? attained) => attained switch
    {
        true => CensusStanding.Attained,
        false => CensusStanding.NotAttained,
        null => CensusStanding.Unknown,
    };
}
