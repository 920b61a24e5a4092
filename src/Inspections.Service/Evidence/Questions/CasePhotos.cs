using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Evidence.Questions;

/// <summary>Which photo came to which case when, and as what.</summary>
internal sealed class CasePhotosProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case FindingRecorded e:
                Add(@event, sql, e.Photos, photo => RoleOf(photo, e.PhotoRoles), 1, e.At);
                break;
            case BeforePhotosAdded e:
                Add(@event, sql, e.Photos, photo => RoleOf(photo, e.PhotoRoles), null, e.At);
                break;
            case FindingRelapsed e:
                Add(@event, sql, e.Photos ?? [], _ => PhotoRole.Before, e.Round, e.At);
                break;
            case RectificationReported e:
                Add(@event, sql, e.Photos, _ => PhotoRole.After, e.Round, e.At);
                break;
        }
    }

    private static PhotoRole RoleOf(string photo, IReadOnlyList<PhotoInRole>? roles) =>
        roles?.FirstOrDefault(stated => stated.Photo == photo)?.Role ?? PhotoRole.Before;

    private static void Add(
        StreamEvent @event, SqlBatch sql, IReadOnlyList<string> photos, Func<string, PhotoRole> role, int? round, DateTimeOffset at)
    {
        if (photos.Count == 0) return;
        sql.Add(
            """
            INSERT INTO case_photos (street, finding, version, photo, role, round, at)
            SELECT $1, $2, $3, p.photo, p.role, $6, $7 FROM unnest($4::text[], $5::text[]) AS p (photo, role) ON CONFLICT DO NOTHING
            """,
            @event.Stream.Tenant, @event.Stream.Id, @event.Version, photos.ToArray(), photos.Select(photo => role(photo).ToString()).ToArray(), round, at);
    }
}
