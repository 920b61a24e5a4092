namespace Campaign.Scoring.Awards;

/// <summary>The events of a half-year's scheme.</summary>
internal interface IAwardSchemeEvent;

/// <summary>奖惩办法 of a half-year.</summary>
/// <param name="Note">What a reader must know about the amounts, e.g. how a misprint in the document was read.</param>
internal sealed record AwardSchemeSet(
    string Half, IReadOnlyList<Stored.AwardLevel> Levels, decimal FineMin, decimal FineMax, string? Note, DateTimeOffset At)
    : IAwardSchemeEvent;

/// <summary>The events of a street's guarantors.</summary>
internal interface IGuarantorEvent;

/// <summary>双包保: which communities' fate a leader shares (同奖同罚).</summary>
/// <param name="Links">All of them; a later event replaces an earlier one.</param>
internal sealed record GuarantorsLinked(IReadOnlyList<Stored.GuarantorLink> Links, DateTimeOffset At) : IGuarantorEvent;

/// <summary>The events of a half-year's awards.</summary>
internal interface IAwardEvent;

/// <summary>评定: the lists of a half-year as they are signed.</summary>
internal sealed record AwardsDecided(string Half, Stored.AwardLists Lists, DateTimeOffset At) : IAwardEvent;

/// <summary>更正: the lists as they read since, and why. Those that were decided stay on record.</summary>
/// <param name="Correction">1 for the half-year's first.</param>
internal sealed record AwardsCorrected(string Half, int Correction, string Reason, Stored.AwardLists Lists, DateTimeOffset At)
    : IAwardEvent;
