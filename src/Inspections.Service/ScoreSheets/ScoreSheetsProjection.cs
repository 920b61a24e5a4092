using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>Every version of every sheet.</summary>
internal sealed class ScoreSheetsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not ScoreSheetIssued e) return;
        sql.Add(
            "INSERT INTO score_sheets (street, code, version, name, category, standard, items) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)",
            @event.Stream.Tenant, e.Code, e.Version, e.Name, e.Category, e.Standard,
            StoredJson.Write(e.Items.Select(item => item.ToSheetItem()).ToList()));
    }
}
