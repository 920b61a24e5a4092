using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Archives;

// Of an assignment whose brief asks for items: an archive, or the five parts of an inspection point.

internal interface IArchiveEvent : IFacetEvent
{
    Assignment IFacetEvent.ApplyTo(Assignment assignment) => assignment.With(assignment.Facet<Folder>().Evolve(this));
}

/// <summary>归档 / 备齐: one item of the brief is there, or there anew.</summary>
/// <param name="Unit">The unit that filed it; one that helps, perhaps.</param>
/// <param name="Documents">SHA-256 of each document.</param>
internal sealed record BriefItemFiled(string Unit, string Key, IReadOnlyList<string> Documents, string? Note, DateTimeOffset At)
    : IArchiveEvent;

/// <summary>撤下: the item is not there any more.</summary>
internal sealed record BriefItemRemoved(string Unit, string Key, DateTimeOffset At) : IArchiveEvent;
