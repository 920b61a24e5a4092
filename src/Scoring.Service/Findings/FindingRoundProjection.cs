using Campaign.EventStore;

namespace Campaign.Scoring.Findings;

/// <summary>When each round of a finding was opened and closed, so that open findings are found without reading the closed ones.</summary>
internal sealed class FindingRoundProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (FindingFact.Of(@event) is not { } fact || ColumnOf(fact.Kind) is not { } column) return;
        // Facts come in any order: each sets its own column.
        sql.AddRow(
            @event.Stream,
            $"""
            INSERT INTO case_rounds (street, case_id, round, {column}) SELECT *
            FROM unnest($1::text[], $2::uuid[], $3::int[], $4::timestamptz[])
            ON CONFLICT (street, case_id, round) DO UPDATE SET {column} = excluded.{column}
            """,
            @event.Stream.Tenant, fact.FindingId, fact.Round, fact.At);
    }

    private static string? ColumnOf(FindingFactKind kind) => kind switch
    {
        FindingFactKind.Recorded or FindingFactKind.Relapsed => "opened_at",
        FindingFactKind.StruckOff or FindingFactKind.Voided or FindingFactKind.Merged or FindingFactKind.ForciblyClosed => "closed_at",
        FindingFactKind.Routed or FindingFactKind.RoutingDeclined or FindingFactKind.DeadlineExtended or FindingFactKind.BecameOverdue
            or FindingFactKind.Rejected => null,
    };
}
