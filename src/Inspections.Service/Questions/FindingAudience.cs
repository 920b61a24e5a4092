using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Questions;

/// <summary>The photos of a finding are seen by the units that lead it or help with it.</summary>
internal sealed class FindingAudience : IEvidenceAudience
{
    public string Condition =>
        """
        EXISTS (SELECT 1 FROM case_photos p JOIN findings f ON f.street = p.street AND f.id = p.finding
                WHERE p.street = e.street AND p.photo = e.sha256 AND (f.unit = ANY (@units) OR f.cooperating_units && @units)
                  AND (p.named_by IS NULL
                      OR EXISTS (SELECT 1 FROM app.evidence_units u
                                 WHERE u.street = p.street AND u.sha256 = p.photo AND u.unit = p.named_by)
                      OR EXISTS (SELECT 1 FROM case_photos o JOIN findings g ON g.street = o.street AND g.id = o.finding
                                 WHERE o.street = p.street AND o.photo = p.photo AND o.named_by IS NULL
                                   AND (g.unit = p.named_by OR p.named_by = ANY (g.cooperating_units)))))
        """;
}
