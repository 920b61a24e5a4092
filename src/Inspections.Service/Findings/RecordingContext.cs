using Campaign.EventStore;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Findings;

/// <summary>What is known, at the moment of recording, of the place, the category, the findings nearby and the photos.</summary>
/// <param name="Category">Null where the list has none of this code.</param>
/// <param name="MissingPhoto">Names the first photo which the street does not have.</param>
internal sealed record RecordingContext(
    Place Place, ListedCategory? Category, IReadOnlyList<Neighbour> Neighbours, Refusal? MissingPhoto = null);
