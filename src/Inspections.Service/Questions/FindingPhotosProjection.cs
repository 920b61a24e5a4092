using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Questions;

/// <summary>Which photo came to which finding when, and as what.</summary>
internal sealed class FindingPhotosProjection : IProjection
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
                Add(@event, sql, e.Photos, _ => PhotoRole.After, e.Round, e.At, e.ByOffice is true ? null : e.Unit);
                break;
            case VerificationAttempted e:
                Add(@event, sql, e.Photos ?? [], _ => PhotoRole.Verification, e.Round, e.At);
                break;
            case RectificationRejected e:
                Add(@event, sql, e.Photos ?? [], _ => PhotoRole.Verification, e.Round, e.At);
                break;
            case FindingStruckOff e:
                Add(@event, sql, e.Photos ?? [], _ => e.OnSite is true ? PhotoRole.After : PhotoRole.Verification, e.Round, e.At);
                break;
        }
    }

    private static PhotoRole RoleOf(string photo, IReadOnlyList<Evidence.Stored.PhotoInRole>? roles) =>
        roles?.FirstOrDefault(stated => stated.Photo == photo)?.Role ?? PhotoRole.Before;

    private static void Add(
        StreamEvent @event, SqlBatch sql, IReadOnlyList<string> photos, Func<string, PhotoRole> role, int? round, DateTimeOffset at,
        string? namedBy = null)
    {
        foreach (var photo in photos.Distinct(StringComparer.Ordinal))
        {
            Row.Of(@event.Stream, "finding").With("version", @event.Version).With("photo", photo).With("role", role(photo))
                .With("round", round)
                .With("at", at).With("named_by", namedBy).InsertInto("case_photos", sql);
        }
    }
}
