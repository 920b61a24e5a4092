using Campaign.EventStore;
using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Inspections;

/// <summary>评分项照片: they go ahead, as those of a finding do.</summary>
internal static class ItemPhotos
{
    /// <summary>A refusal that names the first photo which the street does not have, in the list of entries.</summary>
    public static async Task<Refusal?> MissingOf(
        this EvidenceRegister evidence, string street, IReadOnlyList<ItemEntry>? entries, CancellationToken cancellation)
    {
        for (var i = 0; i < entries?.Count; i++)
        {
            if (await evidence.Missing(street, entries[i].Photos ?? [], cancellation) is { } missing)
                return missing with { Pointer = $"/items/{i}{missing.Pointer}" };
        }
        return null;
    }
}

/// <summary>Whose sheet it is sees its photos: they are the proof of what was deducted.</summary>
internal sealed class InspectionAudience : IEvidenceAudience
{
    public string Condition =>
        """
        EXISTS (SELECT 1 FROM inspections i
                WHERE i.street = e.street AND i.subject = ANY (@units)
                  AND i.items @> jsonb_build_array(jsonb_build_object('photos', jsonb_build_array(e.sha256))))
        """;
}
