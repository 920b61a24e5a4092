using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rectifications;

/// <summary>整改任务.</summary>
internal sealed class RectificationKind : IAssignmentKind
{
    public const string InContracts = nameof(AssignmentKind.Rectification);

    public AssignmentKind Kind => AssignmentKind.Rectification;

    public string Name => "整改任务";

    public bool FollowsFinding => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) =>
        submission.Photos.Count == 0 ? RectificationRules.PhotoMissing : null;
}
