using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Honours;

/// <summary>What takes a subject out of the awards of some months, and what it is commended for in them.</summary>
internal sealed record SubjectHonours(IReadOnlyList<StandingVeto> Vetoes, IReadOnlyList<StandingCommendation> Commendations)
{
    public static SubjectHonours Of(
        string subject, IEnumerable<Veto> vetoes, IEnumerable<Commendation> commendations, params IReadOnlyList<Month> months) => new(
        [
            .. vetoes.Where(v => v.Subject == subject && months.Any(v.Covers)).DistinctBy(v => v.Id, StringComparer.Ordinal)
                .OrderBy(v => v.Month).ThenBy(v => v.Id, StringComparer.Ordinal)
                .Select(v => new StandingVeto(v.Ground, v.Scope, v.Month.ToString(), v.Reason)),
        ],
        [
            .. commendations.Where(c => c.Subject == subject && months.Any(c.Covers)).DistinctBy(c => c.StreamId)
                .OrderBy(c => c.Date).ThenBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.StreamId)
                .Select(c => new StandingCommendation(c.Level, c.Scope, c.Date, c.Reason)),
        ]);
}

/// <param name="Ground">Null where it was not asked when the veto was entered.</param>
internal sealed record StandingVeto(VetoGround? Ground, HonourScope Scope, string Month, string Reason);

/// <param name="Level">Null where it was not asked when the commendation was entered.</param>
internal sealed record StandingCommendation(CommendationLevel? Level, HonourScope Scope, DateOnly Date, string Reason);
