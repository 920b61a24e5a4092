using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

internal sealed class ProposalsProjection : IProjection
{
    private const string Table = "finding_proposals";

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case DuplicateProposed e:
                Propose(ProposalKind.Duplicate, e.Other, e.Metres, e.At);
                break;
            case RelapseProposed e:
                Propose(ProposalKind.Relapse, e.Other, e.Metres, e.At);
                break;
            case ProposalDismissed e:
                Proposals().Key("other", e.Other).With("state", ProposalState.Dismissed).With("reason", e.Reason).With("decided_at", e.At)
                    .Update(Table, sql);
                break;
            case FindingMerged e:
                Close(e.At, confirmed: e.Into);
                break;
            case FindingVoided e:
                Close(e.At);
                break;
            case ImportedFindingWithdrawn e:
                Close(e.At);
                break;
            case FindingStruckOff e:
                Close(e.At);
                break;
            case FindingForciblyClosed e:
                Close(e.At);
                break;
        }

        void Propose(ProposalKind kind, Guid other, double? metres, DateTimeOffset at) => Proposals().Key("other", other)
            .With("kind", kind).With("metres", metres).With("proposed_at", at).InsertInto(Table, sql);

        // All of the finding that nobody has decided yet.
        void Close(DateTimeOffset at, Guid? confirmed = null) => Proposals().Key("state", ProposalState.Open)
            .With("decided_at", at).Given("confirmed", confirmed)
            .Update(Table, sql, "state = CASE WHEN t.other = given.confirmed THEN 'Confirmed' ELSE 'Obsolete' END");

        Row Proposals() => Row.Of(@event.Stream, "finding");
    }
}
