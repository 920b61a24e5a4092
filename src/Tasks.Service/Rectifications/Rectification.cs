using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Rectifications;

/// <summary>
/// What a rectification is beside an assignment: what was followed of its finding, and how much each part of it weighs. A facet of the
/// assignment and no aggregate of its own, because the two have always shared a stream.
/// </summary>
internal sealed record Rectification : IFacet<Rectification>
{
    public static Rectification None { get; } = new();

    public FindingDetails? Details { get; init; }

    /// <summary>Versions of the finding that were followed.</summary>
    public ImmutableSortedSet<long> Followed { get; init; } = [];
    public long StandingRank { get; init; }
    public long PlacementRank { get; init; }

    /// <summary>Of two takeovers from a ledger the later one says what the original limit is.</summary>
    public long LimitRank { get; init; }

    /// <summary>One stream a round, so that the same fact finds the same assignment.</summary>
    public static StreamId<Assignment> Stream(string street, Guid finding, int round) =>
        StreamId<Assignment>.Named(street, $"round/{round}", finding);

    /// <summary>What is extended, suspended or handed on here outranks every fact.</summary>
    public IFacet Witness(IAssignmentEvent @event) =>
        @event is DeadlineExtended or ClockSuspended or AssignmentReassigned ? this with { PlacementRank = FollowedFact.Final } : this;

    public static Assignment Evolve(Assignment assignment, IRectificationEvent @event) => @event switch
    {
        RectificationIssued e => RoutedHere(About(e.Case, assignment)) with
        {
            Status = AssignmentStatus.Issued,
            Unit = e.Unit,
            CooperatingUnits = e.CooperatingUnits,
            Guarantor = e.Guarantor,
            Due = e.Due,
            Clock = assignment.Clock.Started(e.At, e.Due),
        },
        RectificationDeclined => assignment with
        {
            Status = AssignmentStatus.Unrouted,
            Unit = "",
            CooperatingUnits = [],
            Guarantor = null,
            Due = null,
        },
        IFindingFact e => Follow(e, assignment),
    };

    private static Assignment Follow(IFindingFact @event, Assignment assignment)
    {
        var (fact, known) = (FollowedFact.Of(@event), assignment.Facet<Rectification>());
        var next = About(fact.Finding, assignment);
        if (fact.Standing is { } standing && RankRule.Standing.Wins(fact.Version, known.StandingRank))
            next = next with { Status = standing };
        if (fact.Placement is { } placement && RankRule.Placement.Wins(placement.Rank, known.PlacementRank))
            next = next with { Unit = placement.Unit, Due = placement.Due };
        if (fact.Limit is { } limit && RankRule.Issue.Wins(fact.Version, known.LimitRank))
            next = next with { Clock = next.Clock.Started(fact.At, limit) };
        if (fact.Exceeded is { } due && (next.ExceededDue is null || due > next.ExceededDue)) next = next with { ExceededDue = due };
        return next.With(known.Having(fact));
    }

    private static Assignment RoutedHere(Assignment assignment) => assignment.With(
        assignment.Facet<Rectification>() with { PlacementRank = FollowedFact.Final, LimitRank = FollowedFact.Final });

    private static Assignment About(FindingRef finding, Assignment assignment) => assignment with
    {
        Finding = finding,
        Kind = AssignmentKind.Rectification,
        Title = FollowedFact.TitleOf(finding),
    };

    private Rectification Having(FollowedFact fact) => this with
    {
        Details = fact.Details ?? Details,
        Followed = Followed.Add(fact.Version),
        StandingRank = fact.Standing is null ? StandingRank : Math.Max(StandingRank, fact.Version),
        PlacementRank = Math.Max(PlacementRank, fact.Placement?.Rank ?? 0),
        LimitRank = fact.Limit is null ? LimitRank : Math.Max(LimitRank, fact.Version),
    };
}

internal static class RectificationAnswers
{
    public static bool HasFollowed(this Assignment assignment, long findingVersion) =>
        assignment.Facet<Rectification>().Followed.Contains(findingVersion);

    public static bool IsRoutedHere(this Assignment assignment) => assignment.Facet<Rectification>().PlacementRank == FollowedFact.Final;
}
