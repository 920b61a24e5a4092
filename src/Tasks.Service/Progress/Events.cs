using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Progress;

internal interface IProgressEvent : IFacetEvent
{
    Assignment IFacetEvent.ApplyTo(Assignment assignment) => assignment.With(assignment.Facet<ReportBook>().Evolve(this));
}

/// <summary>进展: what was done so far, any number of times while the assignment is open.</summary>
/// <param name="Report">Id of the report, for a later one to correct it by.</param>
/// <param name="Unit">The unit that did it; one that helps, perhaps.</param>
/// <param name="Percent">How far the whole is, as the unit judges it.</param>
/// <param name="On">The day the work was done.</param>
/// <param name="Replaces">The report that this one corrects: it counts no more.</param>
internal sealed record ProgressReported(
    Guid Report, string Unit, string? Note, int? Percent, IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Photos, DateOnly On,
    Guid? Replaces, DateTimeOffset At)
    : IProgressEvent;
