using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.LookBacks;

/// <summary>Plans when a finding is struck off, and calls off what is left of a round when it relapses.</summary>
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
                lookBack => lookBack.State is LookBackState.None ? Decision.Of(planned) : Decision.Nothing,
                Because(recorded), cancellation);
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
