using Campaign.EventStore;
using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Inspections.Findings;

/// <summary>问题, from 登记 to 销号.</summary>
internal sealed class FindingsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<CaseNumberTaken>()
        .Add<FindingRecorded>().Add<BeforePhotosAdded>()
        .Add<FindingRouted>().Add(typeof(FindingAcknowledged), "finding_accepted").Add<RoutingDeclined>()
        .Add<DeadlineExtended>().Add<FindingBecameOverdue>()
        .Add<RectificationReported>().Add<VerificationAttempted>().Add<RectificationRejected>()
        .Add<FindingStruckOff>().Add<FindingRelapsed>().Add<FindingVoided>().Add<FindingMerged>()
        .Add<FindingForciblyClosed>().Add<DuplicateProposed>().Add<RelapseProposed>().Add<ProposalDismissed>()
        .Add<ImportedFindingWithdrawn>()
        .Add<FindingSettingsSet>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<FindingLedgerProjection>(ProjectionMode.Inline)
        .AddProjection<FindingSettingsProjection>(ProjectionMode.Inline)
        .AddProjection<ProposalsProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<CaseNumbers>().AddSingleton<RecordingContextLoader>().AddSingleton<RecordFindingHandler>()
        .AddHostedService<OverdueWatch>();

    public override void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<RectificationConsumer>();

    public override void Map(FeatureRoutes routes)
    {
        FindingSettingsEndpoints.Map(routes.Street);
        ProposalQueries.Map(routes.Street);

        var findings = routes.Street.MapGroup("/findings").WithTags("Findings");
        RecordFindingEndpoint.Map(findings);
        NearbyQuery.Map(findings);
        AddPhotosEndpoint.Map(findings);
        VerifyRectificationEndpoint.Map(findings);
        VerifyRectificationsEndpoint.Map(findings);
        ReportRelapseEndpoint.Map(findings);
        VoidFindingEndpoint.Map(findings);
        CloseForciblyEndpoint.Map(findings);
        MergeFindingEndpoint.Map(findings);
        ConfirmProposalEndpoint.Map(findings);
        DismissProposalEndpoint.Map(findings);
    }
}
