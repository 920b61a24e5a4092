using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Responsibility;

namespace Campaign.Tasks.Rectifications;

/// <summary>
/// A finding, or a new round of one, needs a unit. Where the responsibility map names one it is issued at once; otherwise,
/// and when it comes from an old ledger, it waits in the queue (待交办).
/// </summary>
/// <param name="Routing">Null: a person decides.</param>
internal sealed record OpenRectification(
    FindingRef Finding, long FindingVersion, FindingDetails? Details, Routing? Routing, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment)
    {
        if (assignment.HasFollowed(FindingVersion)) return Decision.Nothing;
        var opened = new RectificationOpened(Finding, FindingVersion, Details, At);
        var waits = assignment.Evolve(opened).Status is AssignmentStatus.Unrouted;
        return waits && Routing is { } to
            ? Decision.Of(opened, new RectificationIssued(Finding, to.Unit, to.CooperatingUnits, to.Guarantor, to.Due, At))
            : Decision.Of(opened);
    }
}

/// <summary>Who is to rectify, and until when.</summary>
internal sealed record Routing(string Unit, IReadOnlyList<string> CooperatingUnits, string? Guarantor, DateTimeOffset Due)
{
    /// <summary>What the map says about a new finding; null when no rule covers it.</summary>
    public static Routing? By(RulesInForce map, Guarantors guarantors, FindingDetails details, DateTimeOffset at) =>
        map.Resolve(details.Community, details.Category, details.Severity) is { } resolved
            ? new(
                resolved.Lead, resolved.Cooperating, resolved.Guarantor ?? guarantors.Of(resolved.Lead, details.Community),
                Deadline.NaturalDays(at, resolved.Days))
            : null;

    /// <summary>反弹: the unit that had rectified it again; the rest as the map says now.</summary>
    public static Routing? Again(string unit, RulesInForce map, Guarantors guarantors, FindingDetails details, DateTimeOffset at) =>
        By(map, guarantors, details, at) is { } routing
            ? routing with { Unit = unit, CooperatingUnits = [.. routing.CooperatingUnits.Where(other => other != unit)] }
            : null;
}
