using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Appeals;

internal sealed class AppealProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        switch (@event.Data)
        {
            case AppealLodged e:
                sql.Add(
                    """
                    INSERT INTO appeals (street, id, version, status, month, subject, kind, event_id, text, points, reason, evidence,
                        lodged_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                    """,
                    street, id, @event.Version, AppealStatus.Lodged, e.Month, e.Subject, e.Kind, e.EventId, e.Text, e.Points, e.Reason,
                    e.Evidence, e.At);
                break;
            case AppealReviewed e:
                sql.Add(
                    "UPDATE appeals SET version = $3, status = $4, review = $5::jsonb WHERE street = $1 AND id = $2",
                    street, id, @event.Version, AppealStatus.Reviewed, StoredJson.Write(new AppealOpinion(e.Uphold, e.Reason, e.At)));
                break;
            case AppealUpheld e:
                Decided(AppealStatus.Upheld, new(Uphold: true, e.Reason, e.At));
                sql.Add(
                    "INSERT INTO waivers (street, month, subject, kind, event_id, text, points) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    street, e.Month, e.Subject, e.Kind, e.EventId, e.Text, e.Points);
                break;
            case AppealDismissed e:
                Decided(AppealStatus.Dismissed, new(Uphold: false, e.Reason, e.At));
                break;
        }

        void Decided(AppealStatus status, AppealOpinion opinion) => sql.Add(
            "UPDATE appeals SET version = $3, status = $4, decision = $5::jsonb WHERE street = $1 AND id = $2",
            street, id, @event.Version, status, StoredJson.Write(opinion));
    }
}
