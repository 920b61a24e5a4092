namespace Campaign.Inspections.Findings;

internal enum FindingStatus { None, Recorded, Routed, Accepted, Reported, StruckOff, Voided, Merged, ForcedClosed }

internal static class FindingStates
{
    /// <summary>Those that wait for somebody.</summary>
    public static readonly IReadOnlyList<FindingStatus> Open =
        [FindingStatus.Recorded, FindingStatus.Routed, FindingStatus.Accepted, FindingStatus.Reported];
}
