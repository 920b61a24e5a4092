using Campaign.EventStore;

namespace Campaign.Inspections.LookBacks;

internal enum LookBackState { None, Planned, StillFixed, NotFixed, Cancelled }

internal sealed record LookBack : IAggregate<LookBack, ILookBackEvent>
{
    public static LookBack Initial { get; } = new();

    public LookBackState State { get; init; }
    public Guid Finding { get; init; }
    public int Round { get; init; }
    public DateOnly Due { get; init; }

    public LookBack Evolve(ILookBackEvent @event) => @event switch
    {
        LookBackPlanned e => this with { State = LookBackState.Planned, Finding = e.Finding, Round = e.Round, Due = e.Due },
        LookBackDone e => this with { State = e.StillFixed ? LookBackState.StillFixed : LookBackState.NotFixed },
        LookBackCancelled => this with { State = LookBackState.Cancelled },
    };

    public static StreamId Stream(string street, Guid id) => new(street, id);

    /// <summary>The same on every instance and however often it is planned.</summary>
    public static StreamId Stream(string street, Guid finding, int round, int days) =>
        new(street, DeterministicGuid.From(finding, $"look-back/{round}/{days}"));
}

internal static class LookBackRules
{
    public static readonly Refusal NotFound = new("look-back-not-found", "没有这次回头看安排。", RefusalKind.NotFound);
    public static readonly Refusal NotDue = new("look-back-not-due", "未到回头看日期；若问题已再现，请直接登记反弹。");
    public static readonly Refusal Cancelled = new("look-back-cancelled", "案件已反弹，本轮其余回头看已取消。");
    public static readonly Refusal StateUnknown = new("state-unknown", "没有这个状态。", RefusalKind.Invalid, "/state");
    public static readonly Refusal AlreadyDone = new("look-back-done", "这次回头看已有结果。");
}
