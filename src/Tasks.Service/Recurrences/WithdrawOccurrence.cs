using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences;

/// <summary>An occurrence that the recurrence asks for no more. What the unit has submitted is left to be judged.</summary>
internal sealed record WithdrawOccurrence(DateTimeOffset Now)
{
    public const string Reason = "周期任务或执勤表已调整、停止，或者单位不再参加。";

    public Decision Decide(Assignment assignment) => assignment is { Occurrence: not null, IsWithUnit: true }
        ? new CancelAssignment(Reason, Now).Decide(assignment)
        : Decision.Nothing;
}
