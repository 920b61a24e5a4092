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
                    insert into case_board (street, id, notes, open, opened)
                    select street, id, 0, true, opened from unnest($1::text[], $2::uuid[], $3::timestamptz[]) as r (street, id, opened)
                    """,
                    street, id, opened.At);
                break;
            case CaseNoted:
                sql.AddRow(
                    @event.Stream,
                    """
                    update case_board b set notes = b.notes + 1
                    from unnest($1::text[], $2::uuid[]) as r (street, id) where b.street = r.street and b.id = r.id
                    """,
                    street, id);
                break;
            case CaseClosed:
                sql.Add("update case_board set open = false where street = $1 and id = $2", street, id);
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
            insert into street_totals (street, cases, weight)
            select street, sum(cases), sum(weight) from unnest($1::text[], $2::int[], $3::numeric[]) as r (street, cases, weight)
            group by street order by street
            on conflict (street) do update
            set cases = street_totals.cases + excluded.cases, weight = street_totals.weight + excluded.weight
            """,
            @event.Stream.Tenant, cases, weight);
    }
}
