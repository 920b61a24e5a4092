using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Inspections;

/// <summary>An inspection took place and its score is not fixed yet.</summary>
/// <param name="Submitted">已提交: the inspector is done, the confirmation is awaited.</param>
internal sealed record UnconfirmedInspection(string Subject, string Kind, DateOnly Date, bool Submitted)
{
    public string Stage => Submitted ? "已提交，待确认" : "填写中";

    public bool Counts => InspectionFact.KindCounts(Kind);
}

/// <summary>
/// What was begun stays in its table, and what is confirmed is found in that of the scores: the facts of an inspection come in any
/// order, none looks at another, and a score costs no statement more than before.
/// </summary>
internal sealed class StartedInspectionProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        switch (@event.Data)
        {
            case InspectionStarted e:
                sql.AddRow(
                    @event.Stream,
                    """
                    INSERT INTO visits_begun (street, id, subject, kind, date)
                    SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::date[])
                    ON CONFLICT (street, id) DO UPDATE SET subject = excluded.subject, kind = excluded.kind, date = excluded.date
                    """,
                    street, id, e.Subject, e.Kind, e.Date);
                break;
            case InspectionSubmitted:
                sql.AddRow(
                    @event.Stream,
                    """
                    INSERT INTO visits_begun (street, id, handed_in) SELECT street, id, true
                    FROM unnest($1::text[], $2::uuid[]) AS v (street, id)
                    ON CONFLICT (street, id) DO UPDATE SET handed_in = true
                    """,
                    street, id);
                break;
        }
    }
}

internal sealed class UnconfirmedInspections(NpgsqlDataSource database)
{
    /// <summary>Those of the month by their local date, in its order.</summary>
    public async Task<IReadOnlyList<UnconfirmedInspection>> Of(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<UnconfirmedInspection>(new CommandDefinition(
            """
            SELECT subject AS Subject, kind AS Kind, date AS Date, handed_in AS Submitted FROM visits_begun b
            WHERE street = @street AND date BETWEEN @first AND @last
                AND NOT EXISTS (SELECT FROM visits v WHERE v.street = b.street AND v.id = b.id)
            ORDER BY date, subject, id
            """,
            new { street, first = month.First, last = month.Last }, cancellationToken: cancellation))).AsList();
    }
}
