using Campaign.EventStore;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Inspections;

internal static class InspectingUnits
{
    /// <summary>A refusal that points at the one of the two which the street does not have.</summary>
    public static async Task<Refusal?> Missing(
        this KnownUnits units, string street, string subject, string? by, CancellationToken cancellation)
    {
        var known = await units.All(street, cancellation);
        if (!known.Contains(subject)) return ReferenceRules.UnitUnknown with { Pointer = "/subject" };
        return by is null || known.Contains(by) ? null : ReferenceRules.UnitUnknown with { Pointer = "/by" };
    }
}
