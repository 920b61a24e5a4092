using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Responsibility;
using Campaign.Web;
using MassTransit;

namespace Campaign.Tasks.Integration;

/// <summary>A finding is routed to its unit, and its rectification follows what becomes of it in Inspections.</summary>
internal sealed class FindingConsumer(IEventStore store, OrganisationLookup register, TimeProvider clock) :
    IConsumer<FindingRecorded>, IConsumer<FindingRelapsed>, IConsumer<FindingRouted>, IConsumer<FindingRoutingDeclined>,
    IConsumer<FindingDeadlineExtended>, IConsumer<FindingBecameOverdue>, IConsumer<Contracts.Inspections.RectificationRejected>,
    IConsumer<FindingStruckOff>,
    IConsumer<FindingVoided>, IConsumer<FindingMerged>, IConsumer<FindingForciblyClosed>
{
    public async Task Consume(ConsumeContext<FindingRecorded> context)
    {
        var fact = context.Message;
        var details = new FindingDetails(fact.Category, Enum.Parse<Severity>(fact.Severity), fact.Community, fact.Description);
        var routing = fact.FromLedger
            ? null
            : Routing.By(
                await Map(fact.Street, context.CancellationToken), await Guarantors(fact.Street, context.CancellationToken), details,
                fact.At);
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, Round: 1);
        await On(context, fact.Street, finding, new OpenRectification(finding, fact.Version, details, routing, fact.At).Decide);
    }

    public async Task Consume(ConsumeContext<FindingRelapsed> context)
    {
        var fact = context.Message;
        var routing = fact.FromLedger ? null : await RoutingAgain(fact, context.CancellationToken);
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        await On(context, fact.Street, finding, new OpenRectification(finding, fact.Version, Details: null, routing, fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingRouted> context)
    {
        var fact = context.Message;
        // What Tasks routed itself is only coming back.
        if (!fact.FromLedger) return Task.CompletedTask;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new TakeOverRouting(finding, fact.Version, fact.Unit, fact.Due, fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingRoutingDeclined> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowDecline(finding, fact.Version, fact.Unit, fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingDeadlineExtended> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowExtension(finding, fact.Version, fact.Unit, fact.Due, fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingBecameOverdue> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowOverdue(finding, fact.Version, fact.Unit, fact.Due).Decide);
    }

    public Task Consume(ConsumeContext<Contracts.Inspections.RectificationRejected> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowRejection(finding, fact.Version, fact.Unit, fact.Due, fact.Reason,
            fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingStruckOff> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowStrikeOff(finding, fact.Version, fact.Unit, fact.Due, fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingVoided> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowCallingOff(finding, fact.Version, $"案件作废：{fact.Reason}", fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingMerged> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowCallingOff(finding, fact.Version, "案件并入其他案件", fact.At).Decide);
    }

    public Task Consume(ConsumeContext<FindingForciblyClosed> context)
    {
        var fact = context.Message;
        var finding = new FindingRef(fact.FindingId, fact.CaseNumber, fact.Round);
        return On(context, fact.Street, finding, new FollowCallingOff(finding, fact.Version, $"案件强制结案：{fact.Reason}", fact.At).Decide);
    }

    /// <exception cref="IntegrationEventRefusedException">The finding's own record is still on its way; the broker tries again.</exception>
    private async Task<Routing?> RoutingAgain(FindingRelapsed fact, CancellationToken cancellation)
    {
        var first = Rectification.Stream(fact.Street, fact.FindingId, round: 1);
        var (rectification, _) = await store.Load<Assignment>(first, cancellation);
        if (rectification.Facet<Rectification>().Details is not { } details)
            throw new IntegrationEventRefusedException(first, RectificationRules.FindingUnknown);
        return Routing.Again(
            fact.Unit, await Map(fact.Street, cancellation), await Guarantors(fact.Street, cancellation), details, fact.At);
    }

    /// <summary>Whoever is responsible on the day of routing, however long ago the finding was made.</summary>
    private async Task<RulesInForce> Map(string street, CancellationToken cancellation) =>
        (await store.Load(ResponsibilityMap.Stream(street), cancellation)).State.On(ChinaTime.DateOf(clock.GetUtcNow()));

    private Task<Guarantors> Guarantors(string street, CancellationToken cancellation) =>
        register.GuarantorsOn(street, ChinaTime.DateOf(clock.GetUtcNow()), cancellation);

    private Task<AppendResult<Assignment>> On(
        ConsumeContext message, string street, FindingRef finding, Func<Assignment, Decision> decide) =>
        store.Handle(message, Rectification.Stream(street, finding.FindingId, finding.Round), decide);
}
