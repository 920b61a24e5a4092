using Campaign.EventStore;
using Campaign.Tasks.Recurrences;

namespace Campaign.Tasks.Assignments;

/// <summary>What each kind asks for before it can be submitted: the one place where it is said.</summary>
internal static class SubmissionNeeds
{
    private const int Named = 10;

    /// <returns>What is wanting; null when it may be submitted.</returns>
    public static Refusal? Unmet(Assignment assignment, SubmitAssignment submission) =>
        submission.Value is not null && assignment.Kind is not AssignmentKind.IndicatorTarget
            ? AssignmentRules.ValueNotAsked
            : UnmetOfKind(assignment, submission);

    private static Refusal? UnmetOfKind(Assignment assignment, SubmitAssignment submission) => assignment.Kind switch
    {
        AssignmentKind.Rectification => submission.Photos.Count == 0 ? AssignmentRules.PhotoMissing : null,
        AssignmentKind.Archive => Missing(assignment, AssignmentRules.ArchiveIncomplete),
        AssignmentKind.PointPreparation => Missing(assignment, AssignmentRules.PointNotReady),
        AssignmentKind.IndicatorTarget => submission switch
        {
            { Value: null } => AssignmentRules.ValueMissing,
            { Photos.Count: 0 } => AssignmentRules.EvidenceMissing,
            _ => null,
        },
        AssignmentKind.Recurring or AssignmentKind.Roster =>
            OccurrenceRecord.Refused(assignment, submission.Photos, submission.Note, submission.Quantities, submission.Now),
        AssignmentKind.OneOff => null,
    };

    private static Refusal? Missing(Assignment assignment, Refusal refusal)
    {
        var missing = assignment.Folder.Missing(assignment.Brief);
        if (missing.Count == 0) return null;
        var named = string.Join("、", missing.Take(Named).Select(item => item.Title));
        return refusal with { Detail = $"{refusal.Detail.TrimEnd('。')}，还缺 {missing.Count} 项：{named}{(missing.Count > Named ? "等" : "")}。" };
    }
}
