using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Findings;

/// <summary>
/// A finding as far as its facts have arrived. Whatever their order and however often they come, the history is the same.
/// </summary>
internal sealed class FindingHistory
{
    private readonly IReadOnlyList<FindingFact> facts;

    private FindingHistory(IEnumerable<FindingFact> facts)
    {
        this.facts = InOrder(facts);
        Deadlines = [.. this.facts.GroupBy(f => f.Round).OrderBy(round => round.Key).Select(DeadlineOf).OfType<Deadline>()];
    }

    /// <summary>The findings that count: a voided or merged one is out of every figure.</summary>
    public static IReadOnlyList<FindingHistory> Of(IEnumerable<FindingFact> facts) =>
    [
        .. from fact in facts
           group fact by fact.FindingId into ofFinding
           where !ofFinding.Any(f => f.Kind is FindingFactKind.Voided or FindingFactKind.Merged)
           select new FindingHistory(ofFinding),
    ];

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
    public IReadOnlyList<Deadline> Deadlines { get; }

    private static List<FindingFact> InOrder(IEnumerable<FindingFact> facts)
    {
        var inOrder = facts.ToList();
        inOrder.Sort((a, b) => a.Version.CompareTo(b.Version));
        return [.. inOrder.Where((fact, index) => index == 0 || fact.Version != inOrder[index - 1].Version)];
    }

    /// <summary>It ended by being struck off before then, as most findings do: nothing of it is open.</summary>
    public bool IsStruckOffBefore(DateTimeOffset moment) => facts[^1] is { Kind: FindingFactKind.StruckOff } last && last.At < moment;

    /// <summary>The finding as it was at that moment.</summary>
    public FindingHistory Before(DateTimeOffset moment) => facts.All(f => f.At < moment) ? this : new(facts.Where(f => f.At < moment));

    public IEnumerable<FindingFact> All(FindingFactKind kind) => facts.Where(f => f.Kind == kind);

    private static Deadline? DeadlineOf(IEnumerable<FindingFact> ofRound)
    {
        var round = ofRound.ToList();
        var standing = round.LastOrDefault(f => f.Due is not null);
        if (standing is not { Due: { } due, Unit: { } unit }) return null;
        // Declining in time takes the deadline away; declining afterwards does not.
        if (round.Any(f => f.Kind is FindingFactKind.RoutingDeclined && f.Version > standing.Version && f.At <= due)) return null;
        var overdue = round.LastOrDefault(f => f.Kind is FindingFactKind.BecameOverdue && f.Due == due);
        var struckOff = round.FirstOrDefault(f => f.Kind is FindingFactKind.StruckOff);
        var excused = round.Any(f => f.Kind is FindingFactKind.ForciblyClosed && f.At <= due);
        return new Deadline(due, unit, OnTime: struckOff?.At <= due, excused, overdue ?? standing, struckOff?.At);
    }
}

/// <summary>The last deadline of one round and how the unit answered it.</summary>
/// <param name="OnTime">Struck off by the deadline, the very moment included.</param>
/// <param name="Fact">The fact to name for it: 超期 where it has arrived, else the one that set the deadline.</param>
/// <param name="Excused">Closed by force before it: not on time, and yet not the unit's fault.</param>
internal sealed record Deadline(DateTimeOffset Due, string Unit, bool OnTime, bool Excused, FindingFact Fact, DateTimeOffset? StruckOffAt);

/// <summary>
/// A finding and what it is judged by in a month: its last deadline in it, once that has passed. A deadline that a later round
/// sets in another month changes nothing here, or a relapse would undo what was announced.
/// </summary>
internal sealed record DueFinding(FindingHistory Finding, Deadline Deadline)
{
    public static DueFinding? Of(FindingHistory finding, Month month, DateTimeOffset asOf) =>
        finding.Deadlines.LastOrDefault(d => month.Contains(d.Due) && d.Due <= asOf) is { } deadline ? new(finding, deadline) : null;
}
