using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Questions;

/// <summary>The photos of a finding are seen by the units that lead it or help with it.</summary>
internal sealed class FindingAudience : IEvidenceAudience
{
    public string Condition =>
        """
        EXISTS (SELECT 1 FROM case_photos p JOIN findings f ON f.street = p.street AND f.id = p.finding
                WHERE p.street = e.street AND p.photo = e.sha256 AND (f.unit = ANY (@units) OR f.cooperating_units && @units))
        """;
}
