using Campaign.Scoring.Sanctions;

namespace Campaign.Scoring.Bulletins;

/// <summary>问责 or 通报批评 as a bulletin lists it, where the policy says that it does.</summary>
/// <param name="Unit">Code of the unit; null where it is against a post.</param>
/// <param name="Month">The month of the act; it may reach further.</param>
internal sealed record AnnouncedSanction(
    SanctionKind Kind, string? Unit, string? Post, string Month, string Document, string? Measure, string Reason)
{
    public static AnnouncedSanction Of(SanctionRow row) => new(
        row.Kind, row.Unit, row.Post, row.Month, row.Document, row.Measure, row.Reason);
}
