using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Places;

internal sealed class BoundariesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not BoundariesSet e) return;
        sql.Add("DELETE FROM community_boundaries WHERE street = $1", @event.Stream.Tenant);
        foreach (var boundary in e.Communities.Select(community => community.ToCommunityBoundary()))
        {
            var box = boundary.Box();
            sql.Add(
                "INSERT INTO community_boundaries (street, community, west, south, east, north, polygons) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)",
                @event.Stream.Tenant, boundary.Community, box.West, box.South, box.East, box.North, RowJson.Json(boundary.Polygons));
        }
    }
}
