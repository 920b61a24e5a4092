using Campaign.EventStore;

namespace Campaign.Scoring.Findings;

/// <summary>When each round of a case was opened and closed, so that open cases are found without reading the closed ones.</summary>
internal sealed class CaseRoundProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (CaseFact.Of(@event) is not { } fact || ColumnOf(fact.Kind) is not { } column) return;
        // Facts come in any order: each sets its own column.
        sql.AddRow(
            @event.Stream,
            $"""
            INSERT INTO case_rounds (street, case_id, round, {column}) SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::timestamptz[])
            ON CONFLICT (street, case_id, round) DO UPDATE SET {column} = excluded.{column}
            """,
            @event.Stream.Tenant, fact.CaseId, fact.Round, fact.At);
    }

    private static string? ColumnOf(CaseFactKind kind) => kind switch
    {
        CaseFactKind.Recorded or CaseFactKind.Relapsed => "opened_at",
        CaseFactKind.StruckOff or CaseFactKind.Voided or CaseFactKind.Merged or CaseFactKind.ForciblyClosed => "closed_at",
        CaseFactKind.Routed or CaseFactKind.RoutingDeclined or CaseFactKind.DeadlineExtended or CaseFactKind.BecameOverdue
            or CaseFactKind.Rejected => null,
    };
}
