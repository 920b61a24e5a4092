namespace Campaign.EventStore.Tests;

/// <summary>One row per case, written with the append.</summary>
internal sealed class CaseBoardProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        switch (@event.Data)
        {
            case CaseOpened opened:
                sql.Add("insert into case_board (street, id, notes, open, opened) values ($1, $2, 0, true, $3)", street, id, opened.At);
                break;
            case CaseNoted:
                sql.Add("update case_board set notes = notes + 1 where street = $1 and id = $2", street, id);
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
        sql.Add(
            """
            insert into street_totals (street, cases, weight) values ($1, $2, $3)
            on conflict (street) do update
            set cases = street_totals.cases + excluded.cases, weight = street_totals.weight + excluded.weight
            """,
            @event.Stream.Tenant, cases, weight);
    }
}
