using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rosters;

/// <summary>包干路段.</summary>
/// <param name="Community">Code of the community it lies in.</param>
/// <param name="Line">Its course, or a single point; null where nobody drew it.</param>
internal sealed record RoadSection(string Name, string? Community = null, IReadOnlyList<GeoPoint>? Line = null);
