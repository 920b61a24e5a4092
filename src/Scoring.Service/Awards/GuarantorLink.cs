namespace Campaign.Scoring.Awards;

/// <param name="Post">职务 of the guarantor.</param>
/// <param name="Subjects">Codes of the communities linked to it.</param>
internal sealed record GuarantorLink(string Post, IReadOnlyList<string> Subjects);
