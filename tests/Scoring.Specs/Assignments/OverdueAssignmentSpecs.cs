using Campaign.Scoring.Assignments;
using Campaign.Scoring.Inbox;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;
using Told = Campaign.Contracts.Tasks;

namespace Campaign.Scoring.Specs.Assignments;

public sealed class OverdueAssignmentSpecs
{
    [Fact]
    public void A_missed_deadline_is_kept_once()
    {
        var missed = new AssignmentBecameOverdue(4, "Archive", "2020 年档案", "A", At(9));
        var told = InboundMapper.ToEvent(new Told.AssignmentBecameOverdue("990101001", Guid.Empty, 4, "Archive", "2020 年档案", "A", At(9)));
        new Scenario<IngestedFacts>([]).When(new IngestFact(told).Decide).Then(missed).AndAgainNothing();
    }
}
