using Campaign.EventStore;

namespace Campaign.Inspections.Reference;

internal sealed class StreetsAndUnitsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case StreetNoted e:
                sql.Add(
                    "INSERT INTO known_streets (street, name) VALUES ($1, $2) ON CONFLICT (street) DO UPDATE SET name = excluded.name",
                    @event.Stream.Tenant, e.Name);
                break;
            case UnitNoted e:
                sql.Add(
                    """
                    INSERT INTO known_units (street, unit, name, category, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6)
                    ON CONFLICT (street, unit) DO UPDATE SET
                        name = excluded.name, category = excluded.category, valid_from = excluded.valid_from,
                        valid_until = excluded.valid_until
                    """,
                    @event.Stream.Tenant, e.Unit, e.Name, e.Category, e.From, e.Until);
                break;
            case CommunityNoted e:
                sql.Add(
                    """
                    INSERT INTO known_communities (street, community, name) VALUES ($1, $2, $3)
                    ON CONFLICT (street, community) DO UPDATE SET name = excluded.name
                    """,
                    @event.Stream.Tenant, e.Community, e.Name);
                break;
        }
    }
}
