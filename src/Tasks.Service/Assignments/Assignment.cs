using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>
/// What decisions on every assignment ask; everything people look at is in <see cref="AssignmentList"/>. What only one kind asks is in a
/// facet of its folder.
/// </summary>
internal sealed record Assignment : IAggregate<Assignment, IAssignmentEvent>
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
    public Occurrence? Occurrence { get; init; }
    public AssignmentSubmitted? Submission { get; init; }
    public FindingRef? Finding { get; init; }

    private ImmutableDictionary<Type, IFacet> Facets { get; init; } = ImmutableDictionary<Type, IFacet>.Empty;

    public bool Exists => Status is not AssignmentStatus.None;
    public bool IsOpen =>
        Status is AssignmentStatus.Issued or AssignmentStatus.Acknowledged or AssignmentStatus.Submitted or AssignmentStatus.Returned;
    public bool IsWithUnit => IsOpen && Status is not AssignmentStatus.Submitted;
    public bool Overdue => Due is not null && ExceededDue == Due;

    /// <summary>What becomes of its finding becomes of it: it is reviewed, cancelled and late there.</summary>
    public bool FollowsFinding => Finding is not null;

    public bool IsWorkOf(IReadOnlySet<string> units) =>
        units.Contains(Unit) || CooperatingUnits.Any(units.Contains) || FormerUnits.Any(units.Contains);

    /// <summary>The unit for which the caller has a hand in it: the one that leads, else his own that helps; null when neither.</summary>
    public string? UnitOf(Caller caller) => caller.ActsFor(Unit) ? Unit : CooperatingUnits.FirstOrDefault(caller.Units.Contains);

    public T Facet<T>() where T : class, IFacet<T> => Facets.GetValueOrDefault(typeof(T)) as T ?? T.None;

    public Assignment With<T>(T facet) where T : class, IFacet<T> => this with { Facets = Facets.SetItem(typeof(T), facet) };

    public static StreamId<Assignment> Stream(string street, Guid id) => new(street, id);

    public Assignment Evolve(IAssignmentEvent @event) => Next(@event).Witnessed(@event);

    private Assignment Next(IAssignmentEvent @event) => @event switch
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
            Clock = Clock.Started(e.At, e.Due, e.Term) with { Anchor = e.Anchor },
            Brief = e.Brief,
            Occurrence = e.Occurrence,
        },
        AssignmentOverAtIssue => this with { Status = AssignmentStatus.Closed },
        AssignmentAcknowledged => this with { Status = AssignmentStatus.Acknowledged },
        AssignmentSubmitted e => this with { Status = AssignmentStatus.Submitted, Submission = e },
        AssignmentReturned => this with { Status = AssignmentStatus.Returned },
        AssignmentApproved => this with { Status = AssignmentStatus.Approved },
        DeadlineExtended e => this with { Due = e.Due, Clock = Clock.Extend(Due) },
        ClockSuspended e => this with { Due = e.Due, Clock = Clock.Stopped(e, Due) },
        ClockResumed e => this with { Due = e.Due, Clock = Clock.Resumed() },
        DeadlineMoved e => this with { Due = e.Due, Clock = Clock.Moved(e) },
        AssignmentRevised e => this with { Title = e.Title, CooperatingUnits = e.CooperatingUnits, Guarantor = e.Guarantor },
        AssignmentBecameOverdue e => this with { ExceededDue = e.Due },
        AssignmentReassigned e => this with
        {
            Status = AssignmentStatus.Issued,
            Unit = e.Unit,
            CooperatingUnits = e.CooperatingUnits ?? [],
            FormerUnits = FormerUnits.Add(e.From),
            Guarantor = e.Guarantor,
        },
        AssignmentCancelled => this with { Status = AssignmentStatus.Cancelled },
        IFacetEvent e => e.ApplyTo(this),
    };

    private Assignment Witnessed(IAssignmentEvent @event) => Facets.IsEmpty
        ? this
        : this with { Facets = Facets.SetItems(Facets.Select(facet => KeyValuePair.Create(facet.Key, facet.Value.Witness(@event)))) };
}

/// <summary>
/// None until it is known; Unrouted while a finding waits for its unit (待交办); Closed when it was over at issue; Missed as an occurrence is.
/// </summary>
internal enum AssignmentStatus { None, Unrouted, Issued, Acknowledged, Submitted, Returned, Approved, Cancelled, Closed, Missed }
