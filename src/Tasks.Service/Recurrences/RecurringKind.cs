using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences;

/// <summary>周期任务.</summary>
internal sealed class RecurringKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.Recurring;

    public string Name => "周期任务";

    public bool Recurs => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => OccurrenceRecord.Refused(assignment, submission);
}
