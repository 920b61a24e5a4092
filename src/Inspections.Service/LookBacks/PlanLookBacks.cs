using System.Buffers.Binary;
using Campaign.Contracts;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.LookBacks;

/// <summary>
/// 安排回头看: 7, 30 and 90 days after striking off, for every case that relapsed before and for a share of the rest. Terms that
/// are over already, as those of an old ledger, are not asked for. Pure.
/// </summary>
internal static class PlanLookBacks
{
    public static readonly IReadOnlyList<int> Terms = [7, 30, 90];
    private const int Whole = 100;

    public static IEnumerable<LookBackPlanned> For(Guid finding, FindingStruckOff struckOff, int percent, DateOnly today)
    {
        if (struckOff.Round == 1 && !IsInShare(finding, percent)) return [];
        return from days in Terms
               let due = ChinaTime.DateOf(struckOff.At).AddDays(days)
               where due >= today
               select new LookBackPlanned(finding, struckOff.CaseNumber, struckOff.Round, days, due, struckOff.Unit, struckOff.At);
    }

    /// <summary>By a hash of the case, so that everybody who asks comes to the same answer; a larger share holds the smaller.</summary>
    public static bool IsInShare(Guid finding, int percent)
    {
        Span<byte> hash = stackalloc byte[16];
        DeterministicGuid.From(finding, "look-back-share").TryWriteBytes(hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) % Whole < percent;
    }
}

/// <summary>Plans when a case is struck off, and calls off what is left of a round when it relapses.</summary>
internal sealed class LookBackPlanner(IEventStore store, TimeProvider clock) : ISubscription
{
    public string Name => "look-backs";

    public async Task Handle(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var recorded in page.Events)
        {
            if (recorded.Data is FindingStruckOff struckOff) await Plan(recorded, struckOff, cancellation);
            if (recorded.Data is FindingRelapsed relapsed) await CallOff(recorded, relapsed, cancellation);
        }
    }

    private async Task Plan(RecordedEvent recorded, FindingStruckOff struckOff, CancellationToken cancellation)
    {
        var (street, finding) = recorded.Stream;
        var (settings, _) = await store.Load<FindingSettings>(FindingSettings.Stream(street), cancellation);
        foreach (var planned in PlanLookBacks.For(finding, struckOff, settings.LookBackPercent, ChinaTime.DateOf(clock.GetUtcNow())))
        {
            await store.Transact<LookBack>(
                LookBack.Stream(street, finding, planned.Round, planned.Days),
                lookBack => lookBack.State is LookBackState.None ? Decision.Of(planned) : Decision.Nothing, Because(recorded), cancellation);
        }
    }

    private async Task CallOff(RecordedEvent recorded, FindingRelapsed relapsed, CancellationToken cancellation)
    {
        foreach (var days in PlanLookBacks.Terms)
        {
            await store.Transact<LookBack>(
                LookBack.Stream(recorded.Stream.Tenant, recorded.Stream.Id, relapsed.Round - 1, days),
                lookBack => lookBack.State is LookBackState.Planned
                    ? Decision.Of(new LookBackCancelled($"案件已反弹：{relapsed.Reason}", relapsed.At))
                    : Decision.Nothing,
                Because(recorded), cancellation);
        }
    }

    private static TransactOptions Because(RecordedEvent recorded) =>
        new(recorded.Metadata with { CausationId = recorded.Id.ToString() }, CausationId: recorded.Id);
}
