using Campaign.EventStore;

namespace Campaign.Tasks.Organisation;

/// <summary>The register in periods. Written in the transaction of the append.</summary>
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
                Periods.Put(sql, "communities", street, e.Code, e.Since, ("version", version), ("name", e.Name));
                Periods.Version(sql, "communities", street, e.Code, version);
                break;
            case UnitRegistered e:
                Periods.Put(
                    sql, "units", street, e.Code, e.Since, ("version", version), ("name", e.Name), ("category", e.Category),
                    ("community", e.Community), ("first_day", e.From), ("last_day", e.Until), ("aliases", (e.Aliases ?? []).ToArray()));
                Periods.Version(sql, "units", street, e.Code, version);
                break;
            case PostRegistered e:
                Periods.Put(
                    sql, "posts", street, e.Code, e.Since, ("version", version), ("title", e.Title), ("role", e.Role), ("unit", e.Unit),
                    ("fields", e.Fields.ToArray()), ("communities", e.Communities.ToArray()));
                Periods.Version(sql, "posts", street, e.Code, version);
                if (e.Holder is not null) Hold(sql, street, e.Code, e.Since, e.Holder, reason: null);
                break;
            case PostHandedOver e:
                Hold(sql, street, e.Code, e.Effective, e.Holder, e.Reason);
                Periods.Version(sql, "posts", street, e.Code, version);
                break;
        }
    }

    private static void Hold(SqlBatch sql, string street, string code, DateOnly since, string? holder, string? reason) =>
        Periods.Put(sql, "post_holders", street, code, since, ("holder", holder), ("reason", reason));
}
