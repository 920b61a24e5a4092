using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

internal sealed class FindingSettingsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not FindingSettingsSet e) return;
        sql.Add(
            """
            INSERT INTO finding_settings (street, radius_metres, relapse_days) VALUES ($1, $2, $3)
            ON CONFLICT (street) DO UPDATE SET radius_metres = excluded.radius_metres, relapse_days = excluded.relapse_days
            """,
            @event.Stream.Tenant, e.RadiusMetres, e.RelapseDays);
    }
}
