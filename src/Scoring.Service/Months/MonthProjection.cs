using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Months;

internal sealed class MonthProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var street = @event.Stream.Tenant;
        switch (@event.Data)
        {
            case MonthClosed e:
                sql.Add(
                    "INSERT INTO months (street, month, version, closing) VALUES ($1, $2, $3, $4::jsonb)",
                    street, e.Month, @event.Version, StoredJson.Write(e));
                break;
            case ScorecardClosed e:
                sql.Add(
                    "INSERT INTO scorecards (street, month, subject, edition, score, card) VALUES ($1, $2, $3, 0, $4, $5)",
                    street, e.Month, e.Card.Subject, e.Card.Score, StoredJson.Write(e.Card.ToScorecard()));
                break;
            case MonthPublished e:
                sql.Add(
                    "UPDATE months SET version = $3, year = $4, number = $5 WHERE street = $1 AND month = $2",
                    street, e.Month, @event.Version, e.Year, e.Number);
                break;
            case MonthCorrected e:
                sql.Add("UPDATE months SET version = $3 WHERE street = $1 AND month = $2", street, e.Month, @event.Version);
                sql.Add(
                    "INSERT INTO corrections (street, month, edition, correction) VALUES ($1, $2, $3, $4::jsonb)",
                    street, e.Month, e.Correction, StoredJson.Write(e));
                break;
            case ScorecardCorrected e:
                sql.Add(
                    "INSERT INTO scorecards (street, month, subject, edition, score, card) VALUES ($1, $2, $3, $4, $5, $6)",
                    street, e.Month, e.Subject, e.Correction, e.Card?.Score, e.Card is null
                        ? null
                        : StoredJson.Write(e.Card.ToScorecard()));
                break;
        }
    }
}
