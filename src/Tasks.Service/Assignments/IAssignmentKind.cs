using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What one kind of assignment asks for beside what all of them do. The folder of the kind brings it.</summary>
internal interface IAssignmentKind
{
    AssignmentKind Kind { get; }

    /// <summary>A figure is reported with it.</summary>
    bool TakesValue => false;

    /// <returns>What is wanting before it may be submitted; null when nothing is.</returns>
    Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => null;

    /// <summary>What is written down beside the submission.</summary>
    IEnumerable<IAssignmentEvent> Beside(Assignment assignment, SubmitAssignment submission) => [];
}

/// <summary>一次性任务: it asks for nothing but the work.</summary>
internal sealed class OneOffKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.OneOff;
}

/// <summary>Every kind, as the folders bring them.</summary>
internal sealed class AssignmentKinds(IEnumerable<IAssignmentKind> kinds)
{
    private readonly Dictionary<AssignmentKind, IAssignmentKind> kinds = kinds.ToDictionary(kind => kind.Kind);

    public IAssignmentKind this[AssignmentKind kind] => kinds[kind];
}
