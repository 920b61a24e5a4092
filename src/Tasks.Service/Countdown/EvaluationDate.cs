using Campaign.EventStore;

namespace Campaign.Tasks.Countdown;

/// <summary>What happens to the evaluation date of a street.</summary>
internal interface IEvaluationDateEvent;

/// <summary>迎检日期 of a street, on which deadlines hang.</summary>
internal sealed record EvaluationDateSet(DateOnly Date, string Reason, DateTimeOffset At) : IEvaluationDateEvent;

internal sealed record EvaluationDate : IAggregate<EvaluationDate, IEvaluationDateEvent>
{
    public static EvaluationDate Initial { get; } = new();

    public DateOnly? Date { get; init; }
    public string Reason { get; init; } = "";

    public EvaluationDate Evolve(IEvaluationDateEvent @event) => @event switch
    {
        EvaluationDateSet e => new() { Date = e.Date, Reason = e.Reason },
    };

    public static StreamId<EvaluationDate> Stream(string street) => StreamId<EvaluationDate>.Named(street, "evaluation-date");
}

internal sealed class EvaluationDateProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not EvaluationDateSet e) return;
        sql.Add(
            """
            INSERT INTO evaluation_dates (street, version, day, reason) VALUES ($1, $2, $3, $4)
            ON CONFLICT (street) DO UPDATE SET version = excluded.version, day = excluded.day, reason = excluded.reason
            """,
            @event.Stream.Tenant, @event.Version, e.Date, e.Reason);
    }
}
