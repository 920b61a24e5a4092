using Campaign.EventStore;

namespace Campaign.Tasks.Plans;

internal sealed class PlanListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (document, more) = @event.Data switch
        {
            PlanImported e => (e.Document, e.Items.Count),
            PlanExtended e => (e.Document, e.Items.Count),
            PlanRevised e => (e.Document, e.Added.Count - e.Removed.Count),
            _ => (null, 0),
        };
        if (document is not null) Edition(@event, document, more, sql);
        if (@event.Data is PlanReferenceResolved resolved)
        {
            sql.Add(
                """
                UPDATE plans SET version = $3, resolved_annexes = array_append(array_remove(resolved_annexes, $4), $4)
                WHERE street = $1 AND id = $2
                """,
                @event.Stream.Tenant, @event.Stream.Id, @event.Version, resolved.Name);
        }
    }

    private static void Edition(StreamEvent @event, Stored.PlanDocument document, int more, SqlBatch sql) => sql.Add(
        """
        INSERT INTO plans (street, id, version, document_number, title, issuer, issued_on, assignments, missing_annexes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (street, id) DO UPDATE SET version = excluded.version, title = excluded.title, issuer = excluded.issuer,
            issued_on = excluded.issued_on, assignments = plans.assignments + excluded.assignments,
            missing_annexes = excluded.missing_annexes
        """,
        @event.Stream.Tenant, @event.Stream.Id, @event.Version, document.DocumentNumber, document.Title, document.Issuer, document.IssuedOn,
        more, (document.MissingAnnexes ?? []).ToArray());
}
