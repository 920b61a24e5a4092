using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rectifications;

/// <summary>Rectifications in the list of assignments, and what their findings are about.</summary>
internal sealed class RectificationProjection : IProjection
{
    private static readonly string OfHighestRank =
        $"""
         (street, id) DO UPDATE SET
             version = excluded.version,
             {RankRule.Standing.Sql},
             {RankRule.Placement.Sql},
             exceeded_due = greatest(excluded.exceeded_due, t.exceeded_due),
             {RankRule.Issue.Sql}
         """;

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case RectificationIssued e:
                row.With("status", AssignmentStatus.Issued).With("since", e.At).With("issued_at", e.At).With("unit", e.Unit)
                    .With("cooperating_units", e.CooperatingUnits).With("guarantor", e.Guarantor).With("due", e.Due)
                    .With("placement_rank", FollowedFact.Final).With("issued_rank", FollowedFact.Final)
                    .Update(AssignmentListProjection.Table, sql);
                break;
            case RectificationDeclined e:
                row.With("status", AssignmentStatus.Unrouted).With("since", e.At).With("reason", e.Reason).With("declined_by", e.Unit)
                    .Update(
                        AssignmentListProjection.Table, sql,
                        "unit = NULL, cooperating_units = '{}', guarantor = NULL, due = NULL, extension_request = NULL");
                break;
            case IFindingFact e:
                Follow(@event, FollowedFact.Of(e), sql);
                break;
        }
    }

    /// <summary>As <see cref="Rectification.Evolve"/>, by the same <see cref="RankRule"/>.</summary>
    private static void Follow(StreamEvent @event, FollowedFact fact, SqlBatch sql)
    {
        var issued = fact.Standing is AssignmentStatus.Issued;
        Row.Of(@event.Stream).With("version", @event.Version)
            .With("kind", AssignmentKind.Rectification).With("title", FollowedFact.TitleOf(fact.Finding))
            .With("finding_id", fact.Finding.FindingId).With("case_number", fact.Finding.CaseNumber).With("round", fact.Finding.Round)
            .With("status", fact.Standing ?? AssignmentStatus.None).With("standing_rank", fact.Standing is null ? 0L : fact.Version)
            .With("since", fact.At).With("reason", fact.Reason)
            .With("unit", fact.Placement?.Unit is { Length: > 0 } unit ? unit : null).With("due", fact.Placement?.Due)
            .With("placement_rank", fact.Placement?.Rank ?? 0L)
            .With("exceeded_due", fact.Exceeded).With("issued_at", issued ? fact.At : (DateTimeOffset?)null)
            .With("issued_rank", issued ? fact.Version : 0L)
            .InsertInto(AssignmentListProjection.Table, sql, OfHighestRank);
        if (fact.Details is not { } details) return;
        // Keyed by the finding, not by the assignment: several rounds may bring the same.
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO finding_matters (street, finding_id, category, severity, community, description)
            SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
            ON CONFLICT (street, finding_id) DO NOTHING
            """,
            @event.Stream.Tenant, fact.Finding.FindingId, details.Category, details.Severity, details.Community, details.Description);
    }
}
