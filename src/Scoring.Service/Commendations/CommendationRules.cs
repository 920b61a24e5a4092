using Campaign.EventStore;
using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Commendations;

internal static class CommendationRules
{
    public static readonly Refusal NotFound = new("commendation-not-found", "没有这项表扬。", RefusalKind.NotFound);
    public static readonly Refusal InFuture = new("date-in-future", "表扬日期不能晚于今天。", RefusalKind.Invalid, "/date");
    public static readonly Refusal Withdrawn = new("commendation-withdrawn", "这项表扬已经撤回，不能再改；如需表扬，请另行登记。");
}

internal static class CommendationStream
{
    public static StreamId<HonourState> Of(string street, string id) => StreamId<HonourState>.Named(street, $"commendation/{id}");
}
