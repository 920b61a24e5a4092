namespace Campaign.Tasks.Census;

// The stream of an establishment. Nothing here names a person: the owner and his telephone are nobody's business in a campaign.

/// <summary>What happens to an establishment.</summary>
internal interface IEstablishmentEvent;

/// <summary>五小行业 registered in the census, or registered anew with other particulars.</summary>
/// <param name="HealthCertificates">How many people working there hold a valid one; null when nobody counted.</param>
internal sealed record EstablishmentRegistered(
    string Code, string Name, string Trade, string Community, string? Address, Licence Licence, int? HealthCertificates, DateTimeOffset At)
    : IEstablishmentEvent
{
    public bool SameAs(EstablishmentRegistered? other) => other is not null && this == other with { At = At };
}

/// <summary>检查 on a day. Another one on the same day corrects it; the latest day says how the establishment stands.</summary>
/// <param name="Attained">达标; null when the visit left it open.</param>
/// <param name="Evidence">SHA-256 of each photo or document.</param>
internal sealed record EstablishmentChecked(
    string Code, DateOnly On, bool? Attained, string? Problems, IReadOnlyList<string> Evidence, DateTimeOffset At)
    : IEstablishmentEvent
{
    public bool SameAs(EstablishmentChecked? other) => other is not null
        && this with { Evidence = [] } == other with { Evidence = [], At = At }
        && Evidence.SequenceEqual(other.Evidence, StringComparer.Ordinal);
}

/// <summary>停业: it leaves the census, and stays to be read.</summary>
internal sealed record EstablishmentClosed(string Code, DateOnly On, string? Reason, DateTimeOffset At) : IEstablishmentEvent;

/// <summary>恢复营业.</summary>
internal sealed record EstablishmentReopened(string Code, DateOnly On, DateTimeOffset At) : IEstablishmentEvent;

internal enum Licence { Unknown, Licensed, Unlicensed, Expired, NotRequired }

internal static class Licences
{
    /// <summary>As a census form has it; null for a word that means nothing here.</summary>
    public static Licence? Named(string? text) => text switch
    {
        null or "未知" => Licence.Unknown,
        "持证" or "有证" or "有" or "是" => Licence.Licensed,
        "无证" or "无" or "否" => Licence.Unlicensed,
        "过期" or "证照过期" or "已过期" => Licence.Expired,
        "不需" or "无需" or "不需要" or "免办" => Licence.NotRequired,
        _ => null,
    };
}

// The stream of a street's trades.

/// <summary>What happens to a street's trades.</summary>
internal interface ITradesEvent;

/// <summary>行业目录: the trades that a street counts were set as a whole.</summary>
internal sealed record CensusTradesSet(IReadOnlyList<CensusTrade> Trades, DateTimeOffset At) : ITradesEvent;

/// <param name="Aliases">Other names that an import understands.</param>
internal sealed record CensusTrade(string Name, IReadOnlyList<string> Aliases)
{
    public bool SameAs(CensusTrade other) => Name == other.Name && Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal);
}
