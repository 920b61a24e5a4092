namespace Campaign.Inspections.Findings;

/// <summary>As stored in tables and as answered: <c>Accepted</c> is what was acknowledged, or sent back to be done anew (整改中).</summary>
internal enum FindingStatus { None, Recorded, Routed, Accepted, Reported, StruckOff, Voided, Merged, ForcedClosed }

internal static class FindingStates
{
    /// <summary>Those that wait for somebody.</summary>
    public static readonly IReadOnlyList<FindingStatus> Open =
        [FindingStatus.Recorded, FindingStatus.Routed, FindingStatus.Accepted, FindingStatus.Reported];
}
