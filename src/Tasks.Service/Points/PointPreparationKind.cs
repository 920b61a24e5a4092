using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Points;

/// <summary>点位准备.</summary>
internal sealed class PointPreparationKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.PointPreparation;

    public string Name => "点位准备";

    public bool IsGuarantorsAlone => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => MissingItems.Refused(assignment, PointRules.NotReady);
}
