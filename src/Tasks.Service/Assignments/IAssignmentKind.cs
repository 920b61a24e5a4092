using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>What one kind of assignment asks for beside what all of them do. The folder of the kind brings it.</summary>
internal interface IAssignmentKind
{
    AssignmentKind Kind { get; }

    /// <summary>As lists and reports call it.</summary>
    string Name { get; }

    /// <summary>How plans ask for it; null where it does not come from a plan.</summary>
    IPlanTerms? InPlans => null;

    /// <summary>An office may issue it outright; otherwise something else makes it.</summary>
    bool IsIssuedByHand => false;

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

    public IPlanTerms InPlans { get; } = new PlanTerms("一次性任务");

    public bool IsIssuedByHand => true;
}

/// <summary>Every kind, as the folders bring them.</summary>
internal sealed class AssignmentKinds(IEnumerable<IAssignmentKind> kinds)
{
    /// <summary>What an assignment is of which nobody said the kind.</summary>
    public const AssignmentKind UnlessSaid = AssignmentKind.OneOff;

    private readonly OrderedDictionary<AssignmentKind, IAssignmentKind> kinds = new(
        kinds.Select(kind => KeyValuePair.Create(kind.Kind, kind)));

    public IAssignmentKind this[AssignmentKind kind] => kinds[kind];

    public IAssignmentKind Of(AssignmentKind? said) => kinds[said ?? UnlessSaid];

    /// <summary>The kind that a plan means by a word; null when none.</summary>
    public IAssignmentKind? InPlans(string word) =>
        kinds.Values.FirstOrDefault(kind => kind.InPlans?.Words.Contains(word, StringComparer.Ordinal) == true);

    /// <summary>What plans may write, as a sentence lists it.</summary>
    public string PlanWords
    {
        get
        {
            string[] words = [.. kinds.Values.Select(kind => kind.InPlans?.Words[0]).OfType<string>()];
            return $"{string.Join("、", words[..^1])}或{words[^1]}";
        }
    }

    /// <summary>The kinds that are so, as rows have them.</summary>
    public string[] Those(Func<IAssignmentKind, bool> so) => [.. kinds.Values.Where(so).Select(kind => kind.Kind.ToString())];

    /// <summary>The same as a list of SQL: written out, a statement is served by the index of exactly these.</summary>
    public string ListOf(Func<IAssignmentKind, bool> so) => string.Join(", ", Those(so).Select(kind => $"'{kind}'"));
}
