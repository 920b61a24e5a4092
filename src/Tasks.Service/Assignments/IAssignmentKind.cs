using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What one kind of assignment asks for beside what all of them do. The folder of the kind brings it.</summary>
internal interface IAssignmentKind
{
    AssignmentKind Kind { get; }

    /// <summary>As lists and reports call it.</summary>
    string Name { get; }

    /// <summary>A figure is reported with it.</summary>
    bool TakesValue => false;

    /// <summary>It is done when its finding is struck off: inspection reviews it, and says when it is overdue.</summary>
    bool FollowsFinding => false;

    /// <summary>Where it has a guarantor leader, nobody else reviews it.</summary>
    bool IsGuarantorsAlone => false;

    /// <summary>It is asked for slot by slot, and missed when its slot is over.</summary>
    bool Recurs => false;

    /// <returns>What is wanting before it may be submitted; null when nothing is.</returns>
    Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => null;

    /// <summary>What is written down beside the submission.</summary>
    IEnumerable<IAssignmentEvent> Beside(Assignment assignment, SubmitAssignment submission) => [];
}

/// <summary>一次性任务: it asks for nothing but the work.</summary>
internal sealed class OneOffKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.OneOff;

    public string Name => "一次性任务";
}

/// <summary>Every kind, as the folders bring them.</summary>
internal sealed class AssignmentKinds(IEnumerable<IAssignmentKind> kinds)
{
    private readonly Dictionary<AssignmentKind, IAssignmentKind> kinds = kinds.ToDictionary(kind => kind.Kind);

    public IAssignmentKind this[AssignmentKind kind] => kinds[kind];

    /// <summary>The kinds that are so, as rows have them.</summary>
    public string[] Those(Func<IAssignmentKind, bool> so) => [.. kinds.Values.Where(so).Select(kind => kind.Kind.ToString())];

    /// <summary>The same as a list of SQL: written out, a statement is served by the index of exactly these.</summary>
    public string ListOf(Func<IAssignmentKind, bool> so) => string.Join(", ", Those(so).Select(kind => $"'{kind}'"));
}
