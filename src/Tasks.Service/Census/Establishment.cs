using System.Collections.Immutable;
using Campaign.EventStore;

namespace Campaign.Tasks.Census;

internal sealed record Establishment : IAggregate<Establishment, IEstablishmentEvent>
{
    public static Establishment Initial { get; } = new();

    public EstablishmentRegistered? Particulars { get; init; }
    public ImmutableSortedDictionary<DateOnly, EstablishmentChecked> Checks { get; init; } =
        ImmutableSortedDictionary<DateOnly, EstablishmentChecked>.Empty;
    public bool Closed { get; init; }

    public Establishment Evolve(IEstablishmentEvent @event) => @event switch
    {
        EstablishmentRegistered e => this with { Particulars = e },
        EstablishmentChecked e => this with { Checks = Checks.SetItem(e.On, e) },
        EstablishmentClosed => this with { Closed = true },
        EstablishmentReopened => this with { Closed = false },
    };

    public static StreamId<Establishment> Stream(string street, string code) =>
        StreamId<Establishment>.Named(street, $"establishment/{code}");
}

/// <summary>Every rule that can say no to an entry of the census.</summary>
internal static class CensusRules
{
    public static readonly Refusal NotFound = new("establishment-not-found", "普查名录中没有这家单位。", RefusalKind.NotFound);
    public static readonly Refusal Closed = new("establishment-closed", "该单位已停业，恢复营业后才能检查。");
    public static readonly Refusal TradeUnknown = new("trade-unknown", "本街道的行业目录中没有这个行业。", RefusalKind.Invalid, "/trade");
    public static readonly Refusal InFuture = new("date-in-future", "日期不能晚于今天。", RefusalKind.Invalid, "/on");
    public static readonly Refusal GroupingUnknown = new("grouping-unknown", "只能按行业（trade）或社区（community）汇总。", RefusalKind.Invalid);
    public static readonly Refusal NoTable = new("workbook-empty", "工作簿中没有普查表。", RefusalKind.Invalid);
    public static readonly Refusal TooManyRows = new(
        "too-many-rows", $"一次最多导入 {ImportCensusEndpoint.MaxRows} 行，请分批导入。", RefusalKind.Invalid);
}
