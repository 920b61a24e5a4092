using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Archives;

/// <summary>An assignment whose brief asks for items is submitted when all of them are there.</summary>
internal static class MissingItems
{
    private const int Named = 10;

    /// <returns>The refusal with what is missing; null when nothing is.</returns>
    public static Refusal? Refused(Assignment assignment, Refusal refusal)
    {
        var missing = assignment.Facet<Folder>().Missing(assignment.Brief);
        if (missing.Count == 0) return null;
        var named = string.Join("、", missing.Take(Named).Select(item => item.Title));
        return refusal with { Detail = $"{refusal.Detail.TrimEnd('。')}，还缺 {missing.Count} 项：{named}{(missing.Count > Named ? "等" : "")}。" };
    }
}

/// <summary>档案资料.</summary>
internal sealed class ArchiveKind : IAssignmentKind
{
    public AssignmentKind Kind => AssignmentKind.Archive;

    public string Name => "档案资料";

    public IPlanTerms InPlans { get; } = new Terms();

    public bool IsIssuedByHand => true;

    public bool IsGuarantorsAlone => true;

    public Refusal? Unmet(Assignment assignment, SubmitAssignment submission) => MissingItems.Refused(assignment, ArchiveRules.Incomplete);

    private sealed class Terms : IPlanTerms
    {
        public IReadOnlyList<string> Words { get; } = ["档案资料", "档案"];

        public string? QuestionAbout(IReadOnlyList<string> items) => items.Count == 0 ? "档案任务没有列出条目，无法核对是否齐全。" : null;
    }
}
