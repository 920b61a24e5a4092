using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Rosters;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>What decisions on an assignment ask; everything people look at is in <see cref="AssignmentList"/>.</summary>
internal sealed record Assignment : IAggregate<Assignment>
{
    public static Assignment Initial { get; } = new();

    public AssignmentStatus Status { get; init; }
    public AssignmentKind Kind { get; init; }
    public string Title { get; init; } = "";
    public string Unit { get; init; } = "";
    public IReadOnlyList<string> CooperatingUnits { get; init; } = [];
    public ImmutableHashSet<string> FormerUnits { get; init; } = [];
    public string? Guarantor { get; init; }
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? ExceededDue { get; init; }
    public AssignmentClock Clock { get; init; } = new();
    public Brief? Brief { get; init; }
    public Folder Folder { get; init; } = Folder.Empty;
    public ReportBook Reports { get; init; } = ReportBook.Empty;
    public AssignmentSubmitted? Submission { get; init; }
    public Occurrence? Occurrence { get; init; }
    public ImmutableList<DutyCheckedIn> CheckIns { get; init; } = [];
    public CaseRef? Case { get; init; }
    public Matter? Matter { get; init; }

    /// <summary>Versions of the finding that were followed.</summary>
    public ImmutableSortedSet<long> Followed { get; init; } = [];
    public long StandingRank { get; init; }
    public long PlacementRank { get; init; }

    public bool Exists => Status is not AssignmentStatus.None;
    public bool IsOpen => Status is AssignmentStatus.Issued or AssignmentStatus.Acknowledged or AssignmentStatus.Submitted or AssignmentStatus.Returned;
    public bool IsWithUnit => IsOpen && Status is not AssignmentStatus.Submitted;
    public bool IsRectification => Kind is AssignmentKind.Rectification;
    public bool IsRoutedHere => PlacementRank == FollowedFact.Final;
    public bool Overdue => Due is not null && ExceededDue == Due;

    /// <summary>An extension gives an occurrence the same time to be made good.</summary>
    public DateTimeOffset? MissedAt => Occurrence is { Missed: var missed } ? Due > missed ? Due : missed : null;
    public int Present => CheckIns.Sum(checkIn => checkIn.People);

    public bool IsWorkOf(IReadOnlySet<string> units) =>
        units.Contains(Unit) || CooperatingUnits.Any(units.Contains) || FormerUnits.Any(units.Contains);

    /// <summary>The unit for which the caller has a hand in it: the one that leads, else his own that helps; null when neither.</summary>
    public string? UnitOf(Caller caller) => caller.ActsFor(Unit) ? Unit : CooperatingUnits.FirstOrDefault(caller.Units.Contains);

    public Assignment Evolve(object @event)
    {
        var (next, clock) = (Move(@event), Clock.Evolve(@event, Due));
        return ReferenceEquals(clock, Clock) ? next : next with { Clock = clock };
    }

    private Assignment Move(object @event) => @event switch
    {
        AssignmentIssued e => this with
        {
            Status = AssignmentStatus.Issued,
            Kind = e.Kind,
            Title = e.Title,
            Unit = e.Unit,
            CooperatingUnits = e.CooperatingUnits ?? [],
            Guarantor = e.Guarantor,
            Due = e.Due,
            Brief = e.Brief,
            Occurrence = e.Occurrence,
        },
        AssignmentOverAtIssue => this with { Status = AssignmentStatus.Closed },
        RectificationIssued e => About(e.Case) with
        {
            Status = AssignmentStatus.Issued,
            Unit = e.Unit,
            CooperatingUnits = e.CooperatingUnits,
            Guarantor = e.Guarantor,
            Due = e.Due,
            PlacementRank = FollowedFact.Final,
        },
        RectificationDeclined => this with { Status = AssignmentStatus.Unrouted, Unit = "", CooperatingUnits = [], Guarantor = null, Due = null },
        AssignmentAcknowledged => this with { Status = AssignmentStatus.Acknowledged },
        BriefItemFiled or BriefItemRemoved => this with { Folder = Folder.Evolve(@event) },
        ProgressReported e => this with { Reports = Reports.With(e) },
        AssignmentSubmitted e => this with { Status = AssignmentStatus.Submitted, Submission = e },
        AssignmentReturned => this with { Status = AssignmentStatus.Returned, Folder = Folder.Evolve(@event) },
        AssignmentApproved => this with { Status = AssignmentStatus.Approved },
        DeadlineExtended e => this with { Due = e.Due, PlacementRank = FollowedFact.Final },
        ClockSuspended e => this with { Due = e.Due, PlacementRank = FollowedFact.Final },
        ClockResumed e => this with { Due = e.Due },
        DeadlineMoved e => this with { Due = e.Due },
        AssignmentRevised e => this with { Title = e.Title, CooperatingUnits = e.CooperatingUnits, Guarantor = e.Guarantor },
        AssignmentBecameOverdue e => this with { ExceededDue = e.Due },
        OccurrenceMissed => this with { Status = AssignmentStatus.Missed },
        DutyCheckedIn e => this with { CheckIns = CheckIns.Add(e) },
        AssignmentReassigned e => this with
        {
            Status = AssignmentStatus.Issued,
            Unit = e.Unit,
            CooperatingUnits = e.CooperatingUnits ?? [],
            FormerUnits = FormerUnits.Add(e.From),
            Guarantor = e.Guarantor,
            PlacementRank = FollowedFact.Final,
        },
        AssignmentCancelled => this with { Status = AssignmentStatus.Cancelled },
        _ => FollowedFact.Of(@event) is { } fact ? Follow(fact) : this,
    };

    private Assignment About(CaseRef @case) => this with { Case = @case, Kind = AssignmentKind.Rectification, Title = FollowedFact.TitleOf(@case) };

    private Assignment Follow(FollowedFact fact)
    {
        var next = About(fact.Case) with { Followed = Followed.Add(fact.Version), Matter = fact.Matter ?? Matter };
        if (fact.Standing is { } standing && fact.Version > StandingRank)
            next = next with { Status = standing, StandingRank = fact.Version };
        if (fact.Placement is { } placement && placement.Rank >= PlacementRank)
            next = next with { Unit = placement.Unit, Due = placement.Due, PlacementRank = placement.Rank };
        return fact.Exceeded is { } due && (ExceededDue is null || due > ExceededDue) ? next with { ExceededDue = due } : next;
    }
}

/// <summary>None until it is known; Unrouted while a finding waits for its unit (待交办); Closed when it was over at issue; Missed as an occurrence is.</summary>
internal enum AssignmentStatus { None, Unrouted, Issued, Acknowledged, Submitted, Returned, Approved, Cancelled, Closed, Missed }
