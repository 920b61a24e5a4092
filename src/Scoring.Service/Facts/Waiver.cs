using Campaign.Scoring.Findings;

namespace Campaign.Scoring.Facts;

/// <summary>曾扣·免计: a line that an upheld appeal took out of the score. The fact stays on record and is shown, with no points.</summary>
/// <param name="Points">As announced.</param>
internal sealed record Waiver(string Subject, string Kind, Guid EventId, string Text, decimal Points);

internal static class Waivers
{
    /// <summary>
    /// The facts as if the waived had not been: out of the score and out of the statistics. Caps and means are then what they would have
    /// been; a deadline goes with its whole round, or an earlier one would be held against
    /// the unit instead. An inspection without its score is still an inspection.
    /// </summary>
    public static MonthFacts Without(this MonthFacts facts, IReadOnlyList<Waiver> waivers)
    {
        if (waivers.Count == 0) return facts;
        var waived = waivers.Select(w => w.EventId).ToHashSet();
        var rounds = facts.FindingFacts.Where(f => waived.Contains(f.EventId) && SpeaksOfDeadline(f)).Select(f => (f.FindingId, f.Round))
            .ToHashSet();
        return facts with
        {
            Inspections = [.. facts.Inspections.Select(i => waived.Contains(i.EventId) ? i with { Score = null } : i)],
            Commendations = [.. facts.Commendations.Where(c => !waived.Contains(c.EventId))],
            OverdueAssignments = facts.OverdueAssignments?.Where(m => !waived.Contains(m.EventId)).ToList(),
            ManualEntries = facts.ManualEntries?.Where(m => !waived.Contains(m.EventId)).ToList(),
            FindingFacts =
            [
                .. facts.FindingFacts.Where(f => SpeaksOfDeadline(f) || !waived.Contains(f.EventId))
                    .Select(f => rounds.Contains((f.FindingId, f.Round)) ? f with { Due = null } : f),
            ],
            Waived = waivers,
        };
    }

    private static bool SpeaksOfDeadline(FindingFact fact) =>
        fact.Kind is FindingFactKind.Routed or FindingFactKind.DeadlineExtended or FindingFactKind.BecameOverdue
            or FindingFactKind.StruckOff;
}
