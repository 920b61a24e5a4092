using Campaign.EventStore;

namespace Campaign.Tasks.Organisation;

/// <summary>One row an entry of the register, as it stands. Written in the transaction of the append.</summary>
internal sealed class OrganisationProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, version) = (@event.Stream.Tenant, @event.Version);
        switch (@event.Data)
        {
            case StreetRegistered e:
                sql.Add(
                    """
                    INSERT INTO streets (code, version, name) VALUES ($1, $2, $3)
                    ON CONFLICT (code) DO UPDATE SET version = excluded.version, name = excluded.name
                    """,
                    e.Code, version, e.Name);
                break;
            case CommunityRegistered e:
                sql.Add(
                    """
                    INSERT INTO communities (street, code, version, name) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, name = excluded.name
                    """,
                    street, e.Code, version, e.Name);
                break;
            case UnitRegistered e:
                sql.Add(
                    """
                    INSERT INTO units (street, code, version, name, category, community, first_day, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, name = excluded.name, category = excluded.category,
                        community = excluded.community, first_day = excluded.first_day, last_day = excluded.last_day
                    """,
                    street, e.Code, version, e.Name, e.Category, e.Community, e.From, e.Until);
                break;
            case PostRegistered e:
                sql.Add(
                    """
                    INSERT INTO posts (street, code, version, title, role, holder, unit, fields, communities) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, title = excluded.title, role = excluded.role,
                        holder = excluded.holder, unit = excluded.unit, fields = excluded.fields, communities = excluded.communities
                    """,
                    street, e.Code, version, e.Title, e.Role.ToString(), e.Holder, e.Unit, e.Fields.ToArray(), e.Communities.ToArray());
                break;
        }
    }
}
