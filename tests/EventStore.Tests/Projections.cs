namespace Campaign.EventStore.Tests;

/// <summary>One row per case, written with the append. Closing keeps its place among all statements, the rest travels in arrays.</summary>
internal sealed class CaseBoardProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        switch (@event.Data)
        {
            case CaseOpened opened:
                sql.AddRow(
                    @event.Stream,
                    """
                    INSERT INTO case_board (street, id, notes, open, opened)
                    SELECT street, id, 0, true, opened FROM unnest($1::text[], $2::uuid[], $3::timestamptz[]) AS r (street, id, opened)
                    """,
                    street, id, opened.At);
                break;
            case CaseNoted:
                sql.AddRow(
                    @event.Stream,
                    """
                    UPDATE case_board b SET notes = b.notes + 1
                    FROM unnest($1::text[], $2::uuid[]) AS r (street, id) WHERE b.street = r.street AND b.id = r.id
                    """,
                    street, id);
                break;
            case CaseClosed:
                sql.Add("UPDATE case_board SET open = false WHERE street = $1 AND id = $2", street, id);
                break;
        }
    }
}

/// <summary>One row per street, summed up behind the appends.</summary>
internal sealed class StreetTotalsProjection : IProjection
{
    public const string Position = nameof(StreetTotalsProjection) + ":All";

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (cases, weight) = @event.Data switch
        {
            CaseOpened => (1, 0m),
            CaseNoted noted => (0, noted.Weight),
            _ => (0, 0m),
        };
        sql.AddUnordered(
            """
            INSERT INTO street_totals (street, cases, weight)
            SELECT street, sum(cases), sum(weight) FROM unnest($1::text[], $2::int[], $3::numeric[]) AS r (street, cases, weight)
            GROUP BY street ORDER BY street
            ON CONFLICT (street) DO UPDATE
            SET cases = street_totals.cases + excluded.cases, weight = street_totals.weight + excluded.weight
            """,
            @event.Stream.Tenant, cases, weight);
    }
}
