using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Deadlines;

/// <summary>What a unit asked for about its deadline, and what it was told.</summary>
internal sealed record DeadlineFacet : IFacet<DeadlineFacet>
{
    public static DeadlineFacet None { get; } = new();

    public ExtensionRequest Request { get; init; }
    public DateTimeOffset? SupervisedDue { get; init; }
    public OverdueAppeal? Appeal { get; init; }

    public DeadlineFacet Evolve(IDeadlineEvent @event) => @event switch
    {
        ExtensionRequested => this with { Request = ExtensionRequest.Pending },
        ExtensionRefused => this with { Request = ExtensionRequest.Refused },
        AssignmentSupervised e => this with { SupervisedDue = e.Due },
        OverdueAppealed e => this with { Appeal = new(e.Due, AppealState.Pending) },
        OverdueAppealUpheld e => this with { Appeal = new(e.Due, AppealState.Upheld) },
        OverdueAppealDismissed e => this with { Appeal = new(e.Due, AppealState.Dismissed) },
    };

    /// <summary>A request is answered by an extension; what one unit asked for is no question of the next.</summary>
    public IFacet Witness(IAssignmentEvent @event) =>
        @event is DeadlineExtended or AssignmentReassigned or RectificationDeclined ? this with { Request = ExtensionRequest.None } : this;
}

/// <param name="Due">The deadline that was exceeded.</param>
internal sealed record OverdueAppeal(DateTimeOffset Due, AppealState State);
