using Campaign.EventStore;
using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Vetoes;

internal static class VetoRules
{
    public static readonly Refusal NotFound = new("veto-not-found", "没有这项一票否决。", RefusalKind.NotFound);
    public static readonly Refusal Released = new("veto-released", "这项一票否决已经解除，不能再改；如有新的情形，请另行登记。");
}

internal static class VetoStream
{
    public static StreamId<HonourState> Of(string street, string id) => StreamId<HonourState>.Named(street, $"veto/{id}");
}
