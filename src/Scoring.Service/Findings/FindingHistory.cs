using Campaign.Figures;
using Campaign.Web;

namespace Campaign.Scoring.Findings;

/// <summary>
/// A finding as far as its facts have arrived. Whatever their order and however often they come, the history is the same.
/// </summary>
internal sealed class FindingHistory
{
    private readonly IReadOnlyList<FindingFact> facts;

    private FindingHistory(IEnumerable<FindingFact> facts) => this.facts = InOrder(facts);

    /// <summary>The findings that count: a voided or merged one is out of every figure.</summary>
    public static IReadOnlyList<FindingHistory> Of(IEnumerable<FindingFact> facts) =>
    [
        .. from fact in facts
           group fact by fact.FindingId into ofFinding
           where !ofFinding.Any(f => f.Kind is FindingFactKind.Voided or FindingFactKind.Merged)
           select new FindingHistory(ofFinding),
    ];

    public Guid Id => facts[0].FindingId;

    public string CaseNumber => facts[0].CaseNumber;

    public long LastVersion => facts[^1].Version;

    public FindingFact? Recorded => All(FindingFactKind.Recorded).FirstOrDefault();

    private FindingFact? FirstRouting => All(FindingFactKind.Routed).FirstOrDefault();

    /// <summary>Who had it to rectify when it was new, after any declining.</summary>
    public string? FirstUnit => All(FindingFactKind.Routed).LastOrDefault(f => f.Round == 1)?.Unit;

    public bool RoutedOnDayOfRecording =>
        (Recorded, FirstRouting) is ({ } recorded, { } routed) && ChinaTime.DateOf(recorded.At) == ChinaTime.DateOf(routed.At);

    public IEnumerable<FindingFact> Relapses => All(FindingFactKind.Relapsed);

    /// <summary>Whatever ended a round: evidence, or force.</summary>
    public IEnumerable<FindingFact> Closings => facts.Where(f => f.Kind is FindingFactKind.StruckOff or FindingFactKind.ForciblyClosed);

    public IEnumerable<FindingFact> Rejections => All(FindingFactKind.Rejected);

    /// <summary>The last deadline of each round that has one, in order.</summary>
    public IReadOnlyList<Deadline> Deadlines => DeadlinesAsOf(DateTimeOffset.MaxValue);

    public IEnumerable<FindingFact> All(FindingFactKind kind) => facts.Where(f => f.Kind == kind);

    /// <param name="reports">Of this finding.</param>
    public IReadOnlyList<Round> Rounds(IEnumerable<RectificationReport> reports, DateTimeOffset asOf) => RoundFold.Of(
        facts.Select(f => f.ToRoundFact())
            .Concat(reports.Select(r => new RoundFact(RoundFactKind.Reported, Version: 0, r.Round, r.At))), asOf);

    /// <summary>The deadlines as they stood at that moment.</summary>
    public IReadOnlyList<Deadline> DeadlinesAsOf(DateTimeOffset moment) =>
        [.. Rounds([], moment).Select(round => DeadlineOf(round, moment)).OfType<Deadline>()];

    private Deadline? DeadlineOf(Round round, DateTimeOffset asOf)
    {
        if (round.Standing is not { Due: { } due, Unit: { } unit } standing) return null;
        var ofRound = facts.Where(f => f.Round == round.Number && f.At <= asOf).ToList();
        var fact = ofRound.LastOrDefault(f => f.Kind is FindingFactKind.BecameOverdue && f.Due == due)
            ?? ofRound.Find(f => f.Version == standing.Version)!;
        var excused = ofRound.Exists(f => f.Kind is FindingFactKind.ForciblyClosed && f.At <= due);
        return new Deadline(due, unit, RoundOutcome.OnTime.Formula().Holds(round, asOf), excused, fact, round.StruckOffAt);
    }

    private static List<FindingFact> InOrder(IEnumerable<FindingFact> facts)
    {
        var inOrder = facts.ToList();
        inOrder.Sort((a, b) => a.Version.CompareTo(b.Version));
        return [.. inOrder.Where((fact, index) => index == 0 || fact.Version != inOrder[index - 1].Version)];
    }
}

/// <summary>The last deadline of one round and how the unit answered it.</summary>
/// <param name="OnTime">Struck off by the deadline, the very moment included.</param>
/// <param name="Fact">The fact to name for it: 超期 where it has arrived, else the one that set the deadline.</param>
/// <param name="Excused">Closed by force before it: not on time, and yet not the unit's fault.</param>
internal sealed record Deadline(DateTimeOffset Due, string Unit, bool OnTime, bool Excused, FindingFact Fact, DateTimeOffset? StruckOffAt);
