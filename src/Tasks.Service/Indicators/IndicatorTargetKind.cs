using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Indicators;

/// <summary>指标达标.</summary>
internal sealed class IndicatorTargetKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.IndicatorTarget;

    public string Name => "指标达标";

    public bool IsIssuedByHand => true;

    public bool TakesValue => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => submission switch
    {
        { Value: null } => IndicatorRules.FigureMissing,
        { Photos.Count: 0 } => IndicatorRules.EvidenceMissing,
        _ => null,
    };
}
