using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Deadlines;

// What is asked for and said about the deadline of an assignment. What changes it is in Assignments/Events.cs.

internal interface IDeadlineEvent : IFacetEvent
{
    Assignment IFacetEvent.ApplyTo(Assignment assignment) => assignment.With(assignment.Facet<DeadlineFacet>().Evolve(this));
}

/// <summary>申请延期.</summary>
internal sealed record ExtensionRequested(string Unit, string Reason, DateTimeOffset At) : IDeadlineEvent;

/// <summary>不同意延期. Does not count as an extension.</summary>
internal sealed record ExtensionRefused(string Unit, string Reason, DateTimeOffset At) : IDeadlineEvent;

/// <summary>督办 of what is overdue; once a deadline.</summary>
internal sealed record AssignmentSupervised(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At) : IDeadlineEvent;

/// <summary>申诉 against being counted as late.</summary>
internal sealed record OverdueAppealed(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At) : IDeadlineEvent;

/// <summary>曾超时·不计: it was late, and no statistics count it.</summary>
internal sealed record OverdueAppealUpheld(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At) : IDeadlineEvent;

/// <summary>申诉不成立.</summary>
internal sealed record OverdueAppealDismissed(string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At) : IDeadlineEvent;
