using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Sampling;

internal sealed class SamplingPlansProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not SamplingPlanSet e) return;
        sql.Add(
            """
            INSERT INTO sampling_plans (street, code, version, plan) VALUES ($1, $2, $3, $4::jsonb)
            ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, plan = excluded.plan
            """,
            @event.Stream.Tenant, e.Code, @event.Version, StoredJson.Write(e));
    }
}
