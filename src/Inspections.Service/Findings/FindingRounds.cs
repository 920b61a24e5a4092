namespace Campaign.Inspections.Findings;

/// <summary>One time that a finding was worked on, from 登记 or 反弹 to 销号.</summary>
/// <param name="Reason">Why it began: what the relapse was stated with; null for the first round.</param>
/// <param name="Finding">The finding it was recorded as anew, merged into this one.</param>
/// <param name="BeforePhotos">Taken in this round; a finding shows those of all rounds.</param>
/// <param name="Attempts">无法核实: how often somebody came to verify and could not tell.</param>
internal sealed record FindingRound(
    int Round, DateTimeOffset BeganAt, string? Reason, Guid? Finding, string? Unit, DateTimeOffset? Due, bool Overdue, int Rejections,
    IReadOnlyList<string> BeforePhotos, IReadOnlyList<string> AfterPhotos, DateTimeOffset? StruckOffAt, int Attempts = 0);

internal static class FindingRounds
{
    public static IReadOnlyList<FindingRound> Of(IEnumerable<IFindingEvent> events)
    {
        var rounds = new List<FindingRound>();
        foreach (var @event in events)
        {
            if (@event is FindingRecorded recorded) rounds.Add(Begun(1, recorded.At, null, null, recorded.Photos));
            else if (@event is FindingRelapsed e) rounds.Add(Begun(e.Round, e.At, e.Reason, e.Finding, e.Photos ?? []));
            else if (rounds.Count > 0) rounds[^1] = After(rounds[^1], @event);
        }
        return rounds;
    }

    private static FindingRound Begun(int round, DateTimeOffset at, string? reason, Guid? finding, IReadOnlyList<string> photos) =>
        new(round, at, reason, finding, null, null, false, 0, photos, [], null);

    private static FindingRound After(FindingRound round, IFindingEvent @event) => @event switch
    {
        BeforePhotosAdded e => round with { BeforePhotos = [.. round.BeforePhotos, .. e.Photos] },
        FindingRouted e => round with { Unit = e.Unit, Due = e.Due, Overdue = false },
        RoutingDeclined => round with { Unit = null, Due = null, Overdue = false },
        DeadlineExtended e => round with { Due = e.Due, Overdue = false },
        FindingBecameOverdue => round with { Overdue = true },
        RectificationReported e => round with { AfterPhotos = e.Photos },
        RectificationRejected => round with { Rejections = round.Rejections + 1 },
        FindingStruckOff e => round with
        {
            StruckOffAt = e.At,
            AfterPhotos = e is { OnSite: true, Photos: { } taken } ? taken : round.AfterPhotos,
        },
        VerificationAttempted => round with { Attempts = round.Attempts + 1 },
        FindingRecorded or FindingRelapsed or FindingAcknowledged => round,
        DuplicateProposed or RelapseProposed or ProposalDismissed => round,
        FindingVoided or FindingMerged or FindingForciblyClosed or ImportedFindingWithdrawn => round,
    };
}
