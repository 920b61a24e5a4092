namespace Campaign.Scoring.Months.Stored;

/// <summary><see cref="Months.PendingCorrection"/> as events keep it.</summary>
internal sealed record PendingCorrection(string? Subject, string Figure, string? Was, string? Now)
{
    public static PendingCorrection Of(Months.PendingCorrection correction) => new(
        correction.Subject, correction.Figure, correction.Was, correction.Now);

    public Months.PendingCorrection ToPendingCorrection() => new(Subject, Figure, Was, Now);
}
