namespace Campaign.Figures;

/// <summary>One time that a finding was worked on, from 登记 or 反弹 to 销号, as it was at a moment. What came later is null.</summary>
/// <param name="BeganAt">Null while the fact that began it has not arrived.</param>
/// <param name="Against">Of a relapse: the unit that had rectified.</param>
/// <param name="Standing">The fact that set the deadline that stands.</param>
/// <param name="RoutedAt">First routing.</param>
/// <param name="ExtendedAt">First extension.</param>
/// <param name="RejectedAt">First rejection.</param>
/// <param name="HandledAt">处置: since when a rectification is reported and not sent back; an old ledger tells no reports, there it is the
/// striking off.</param>
/// <param name="EndedAt">Struck off, or closed by force.</param>
public sealed record Round(
    int Number, DateTimeOffset? BeganAt, string? Against, RoundFact? Standing, DateTimeOffset? RoutedAt, DateTimeOffset? ExtendedAt,
    DateTimeOffset? RejectedAt, DateTimeOffset? HandledAt, DateTimeOffset? StruckOffAt, DateTimeOffset? EndedAt)
{
    /// <summary>The last deadline.</summary>
    public DateTimeOffset? Due => Standing?.Due;

    /// <summary>Who is responsible; null while it lies with nobody.</summary>
    public string? Unit => Standing?.Unit ?? Against;

    /// <summary>Whom its beginning is held against.</summary>
    public string? BeganUnit => Against ?? Standing?.Unit;

    public TimeSpan? Took => StruckOffAt - BeganAt;
}
