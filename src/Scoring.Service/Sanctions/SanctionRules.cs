using Campaign.EventStore;
using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Sanctions;

internal static class SanctionRules
{
    public static readonly Refusal NotFound = new("sanction-not-found", "没有这项问责或通报批评。", RefusalKind.NotFound);
    public static readonly Refusal Withdrawn = new("sanction-withdrawn", "这项问责或通报批评已经撤销，不能再改；如有新的决定，请另行登记。");
}

internal static class SanctionStream
{
    public static StreamId<HonourState> Of(string street, string id) => StreamId<HonourState>.Named(street, $"sanction/{id}");
}

internal static class SanctionWords
{
    public static string Of(SanctionKind kind) => kind switch
    {
        SanctionKind.Accountability => "问责",
        SanctionKind.Criticism => "通报批评",
    };
}
