using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.LookBacks;

/// <summary>
/// Plans when a finding is struck off, and calls off what is left of a round when it relapses or was imported by mistake.
/// </summary>
internal sealed class LookBackPlanner(IEventStore store, TimeProvider clock) : ISubscription
{
    public string Name => "look-backs";

    public async Task Handle(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var recorded in page.Events)
        {
            if (recorded.Data is FindingStruckOff struckOff) await Plan(recorded, struckOff, cancellation);
            if (recorded.Data is FindingRelapsed relapsed)
                await CallOff(recorded, relapsed.Round - 1, new($"案件已反弹：{relapsed.Reason}", relapsed.At), cancellation);
            if (recorded.Data is ImportedFindingWithdrawn gone)
                await CallOff(recorded, gone.Round, new($"导入已撤回：{gone.Reason}", gone.At), cancellation);
        }
    }

    private async Task Plan(RecordedEvent recorded, FindingStruckOff struckOff, CancellationToken cancellation)
    {
        var (street, finding) = recorded.Stream;
        var (settings, _) = await store.Load(FindingSettings.Stream(street), cancellation);
        foreach (var planned in PlanLookBacks.For(finding, struckOff, settings.LookBackPercent, ChinaTime.DateOf(clock.GetUtcNow())))
        {
            await store.Transact(
                LookBack.Stream(street, finding, planned.Round, planned.Days),
                lookBack => lookBack.State is LookBackState.None ? Decision.Of(planned) : Decision.Nothing,
                Because(recorded), cancellation);
        }
    }

    private async Task CallOff(RecordedEvent recorded, int round, LookBackCancelled cancelled, CancellationToken cancellation)
    {
        foreach (var days in PlanLookBacks.Terms)
        {
            await store.Transact(
                LookBack.Stream(recorded.Stream.Tenant, recorded.Stream.Id, round, days),
                lookBack => lookBack.State is LookBackState.Planned
                    ? Decision.Of(cancelled)
                    : Decision.Nothing,
                Because(recorded), cancellation);
        }
    }

    private static TransactOptions Because(RecordedEvent recorded) =>
        new(recorded.Metadata with { CausationId = recorded.Id.ToString() }, CausationId: recorded.Id);
}
