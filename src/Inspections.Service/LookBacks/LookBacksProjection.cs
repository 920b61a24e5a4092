using Campaign.EventStore;

namespace Campaign.Inspections.LookBacks;

internal sealed class LookBacksProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case LookBackPlanned e:
                row.With("finding", e.Finding).With("case_number", e.CaseNumber).With("round", e.Round).With("days", e.Days)
                    .With("due", e.Due)
                    .With("unit", e.Unit).With("state", LookBackState.Planned).InsertInto("look_backs", sql);
                break;
            case LookBackDone e:
                row.With("state", e.StillFixed ? LookBackState.StillFixed : LookBackState.NotFixed).With("note", e.Note)
                    .With("photos", e.Photos).With("done_at", e.At).Update("look_backs", sql);
                break;
            case LookBackCancelled e:
                row.With("state", LookBackState.Cancelled).With("note", e.Reason).Update("look_backs", sql);
                break;
        }
    }
}
