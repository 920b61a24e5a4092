using Campaign.Scoring.Sanctions;

namespace Campaign.Scoring.Bulletins.Stored;

/// <summary><see cref="AnnouncedSanction"/> as events keep it.</summary>
internal sealed record Sanction(
    SanctionKind Kind, string? Unit, string? Post, string Month, string Document, string? Measure, string Reason)
{
    public static Sanction Of(AnnouncedSanction sanction) => new(
        sanction.Kind, sanction.Unit, sanction.Post, sanction.Month, sanction.Document, sanction.Measure, sanction.Reason);

    public AnnouncedSanction ToSanction() => new(Kind, Unit, Post, Month, Document, Measure, Reason);
}
