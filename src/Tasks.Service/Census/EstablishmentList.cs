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
        var (street, version) = (@event.Stream.Tenant, @event.Version);
        switch (@event.Data)
        {
            case EstablishmentRegistered e:
                sql.Add(
                    """
                    INSERT INTO establishments (street, code, version, name, trade, community, address, licence, health_certificates)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, name = excluded.name, trade = excluded.trade,
                        community = excluded.community, address = excluded.address, licence = excluded.licence,
                        health_certificates = excluded.health_certificates
                    """,
                    street, e.Code, version, e.Name, e.Trade, e.Community, e.Address, e.Licence, e.HealthCertificates);
                break;
            case EstablishmentChecked e:
                sql.Add(
                    """
                    INSERT INTO establishment_checks (street, code, day, attained, problems, evidence, recorded_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    ON CONFLICT (street, code, day) DO UPDATE SET attained = excluded.attained, problems = excluded.problems,
                        evidence = excluded.evidence, recorded_at = excluded.recorded_at
                    """,
                    street, e.Code, e.On, e.Attained, e.Problems, e.Evidence.ToArray(), e.At);
                sql.Add(
                    """
                    UPDATE establishments SET version = $3,
                        last_check = greatest(last_check, $4),
                        standing = CASE WHEN last_check > $4 THEN standing ELSE $5 END,
                        problems = CASE WHEN last_check > $4 THEN problems ELSE $6 END
                    WHERE street = $1 AND code = $2
                    """,
                    street, e.Code, version, e.On, StandingOf(e.Attained), e.Problems);
                break;
            case EstablishmentClosed e:
                sql.Add("UPDATE establishments SET version = $3, closed_on = $4 WHERE street = $1 AND code = $2", street,
                    e.Code, version, e.On);
                break;
            case EstablishmentReopened e:
                sql.Add("UPDATE establishments SET version = $3, closed_on = NULL WHERE street = $1 AND code = $2", street,
                    e.Code, version);
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
