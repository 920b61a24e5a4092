using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;

namespace Campaign.Tasks.Rosters;

/// <summary>执勤任务.</summary>
internal sealed class RosterKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.Roster;

    public string Name => "执勤任务";

    public bool Recurs => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => assignment.Occurrence?.Duty is { } duty
        ? OccurrenceRecord.Untimely(assignment, submission.Now) ?? HeadCount.Refused(duty, PresentAt(assignment), submission.Note)
        : OccurrenceRecord.Refused(assignment, submission);

    public IEnumerable<IAssignmentEvent> Beside(Assignment assignment, SubmitAssignment submission) =>
        HeadCount.Shortage(assignment, PresentAt(assignment), submission.Note, submission.Now);

    private static int PresentAt(Assignment assignment) => assignment.Facet<DutyFacet>().Present;
}
