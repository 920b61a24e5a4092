using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>期限调整, because what the deadline hangs on has moved. Nobody asks for it at an assignment itself.</summary>
internal sealed record MoveDeadline(DateTimeOffset Due, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.Due == Due => Decision.Nothing,
        _ => Decision.Of(new DeadlineMoved(assignment.Unit, assignment.Due!.Value, Due, Reason, Now)),
    };
}
