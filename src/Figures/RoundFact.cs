namespace Campaign.Figures;

/// <summary>Something that happened to a finding, as far as figures ask. Facts come in any order and more than once.</summary>
/// <param name="Version">Which of two that set or take a deadline is the later; reports need none.</param>
/// <param name="Round">1 from the recording on, one more with each relapse.</param>
/// <param name="Unit">Whom the fact is about: routed to, extended for; of a relapse the unit it is held against.</param>
/// <param name="Due">The deadline that stands since, where the fact says one.</param>
public sealed record RoundFact(
    RoundFactKind Kind, long Version, int Round, DateTimeOffset At, string? Unit = null, DateTimeOffset? Due = null);

public enum RoundFactKind
{
    Recorded, Routed, RoutingDeclined, DeadlineExtended, BecameOverdue, Reported, Rejected, StruckOff, Relapsed, Voided, Merged,
    ForciblyClosed,
}
