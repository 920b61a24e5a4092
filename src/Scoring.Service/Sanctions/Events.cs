using System.Text.Json.Serialization;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Sanctions;

/// <summary>问责 or 通报批评, as it now reads: entered again with other words it is the same act, put right.</summary>
/// <param name="Unit">Code of the unit; null where it is against a post.</param>
/// <param name="Post">职务, never a person's name; null where it is against a unit.</param>
/// <param name="Document">文号 of the decision.</param>
/// <param name="Measure">处理方式: 约谈, 书面检查.</param>
/// <param name="By">Account that entered it.</param>
internal sealed record SanctionRecorded(
    string Id, SanctionKind Kind, string? Unit, string? Post, HonourScope Scope, string Month, string Document, string? Measure,
    string Reason, string By, DateTimeOffset At) : IHonourEntered, IMovesNoOpenMonth
{
    public bool Repeats(IHonourEntered before) =>
        before is SanctionRecorded sanction && sanction == this with { At = sanction.At, By = sanction.By };
}

/// <summary>撤销: it is announced no more. That it was recorded stays on record.</summary>
internal sealed record SanctionWithdrawn(string Id, string Reason, string By, DateTimeOffset At) : IHonourTakenBack, IMovesNoOpenMonth;

internal enum SanctionKind
{
    /// <summary>问责.</summary>
    [JsonStringEnumMemberName("accountability")] Accountability,

    /// <summary>通报批评.</summary>
    [JsonStringEnumMemberName("criticism")] Criticism,
}
