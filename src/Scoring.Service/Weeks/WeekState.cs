using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Weeks;

/// <summary>A week and what was announced of it last; null as long as nothing was.</summary>
internal sealed record WeekState : IAggregate<WeekState, IWeekEvent>
{
    public static WeekState Initial { get; } = new();

    public Announced? Last { get; init; }

    public WeekState Evolve(IWeekEvent @event) => @event switch
    {
        WeekNoticePublished e => this with { Last = new(e.Year, e.Number, e.DocumentNumber, e.Correction ?? 0, e.Report, e.NextWeek) },
    };

    public static StreamId<WeekState> Stream(string street, Week week) => StreamId<WeekState>.Named(street, $"week/{week}");

    internal sealed record Announced(
        int Year, int Number, string DocumentNumber, int Corrections, Stored.WeekReport Report, IReadOnlyList<string> NextWeek);
}

/// <summary>The weekly notices of a street's year: one event a notice and an expected version, so that numbers have no gaps.</summary>
internal sealed record WeekRegister : IAggregate<WeekRegister, IWeekRegisterEvent>
{
    public static WeekRegister Initial { get; } = new();

    public int Last { get; init; }

    public WeekRegister Evolve(IWeekRegisterEvent @event) => @event switch
    {
        WeekNoticeNumbered e => this with { Last = e.Number },
    };

    public static StreamId<WeekRegister> Stream(string street, int year) => StreamId<WeekRegister>.Named(street, $"week-notices/{year}");
}

/// <summary>Every rule that can say no to a weekly notice.</summary>
internal static class WeekRules
{
    public static readonly Refusal NotOver = new("week-not-over", "本周尚未结束，不能发布周通报。");
    public static readonly Refusal NotPublished = new("week-not-published", "该周的周通报尚未发布，无需更正。");
    public static readonly Refusal NothingToCorrect = new("week-nothing-to-correct", "重新计算的结果与已发布的周通报一致，没有需要更正的内容。");
    public static readonly Refusal NotFound = new("week-notice-not-found", "没有这期周通报。", RefusalKind.NotFound);
}
