using Campaign.EventStore;
using Campaign.Inspections.Covert;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Questions;
using Campaign.Inspections.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.HistoryImports;
using Campaign.Inspections.Integration;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.LookBacks;
using Campaign.Inspections.Offline;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Campaign.Inspections.Sampling;
using Campaign.Inspections.ScoreSheets;
using Campaign.Inspections.Visits;
using Campaign.ServiceDefaults;
using Campaign.Web;
using MassTransit;

namespace Campaign.Inspections;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class InspectionsModule
{
    public static EventTypes Events { get; } = new EventTypes()
        .Add<FindingCategoriesSet>().Add<StreetNoted>().Add<UnitNoted>().Add<CommunityNoted>().Add<BoundariesSet>()
        .Add<ScoreSheetIssued>()
        .Add<InspectionPlanned>().Add<InspectionCancelled>()
        .Add<InspectionStarted>().Add<InspectionItemScored>().Add<InspectionItemsCorrected>().Add<DeductionBecameFinding>()
        .Add<InspectionSubmitted>().Add<InspectionConfirmed>()
        .Add<SamplingPlanSet>()
        .Add<DrawSealed>().Add<DrawRevealed>()
        .Add<CaseNumberTaken>()
        .Add<FindingRecorded>().Add<BeforePhotosAdded>()
        .Add<FindingRouted>().Add<FindingAccepted>().Add<RoutingDeclined>()
        .Add<DeadlineExtended>().Add<FindingBecameOverdue>()
        .Add<RectificationReported>().Add<RectificationRejected>()
        .Add<FindingStruckOff>().Add<FindingRelapsed>().Add<FindingVoided>().Add<FindingMerged>()
        .Add<FindingForciblyClosed>().Add<DuplicateProposed>().Add<RelapseProposed>().Add<ProposalDismissed>().Add<FindingSettingsSet>()
        .Add<LookBackPlanned>().Add<LookBackDone>().Add<LookBackCancelled>()
        .Add<IntentApplied>().Add<IntentRefused>().Add<IntentConflicted>().Add<IntentHeld>().Add<IntentRepeated>()
        .Add<ConflictRaised>().Add<ConflictJoined>().Add<ConflictResolved>();

    public static void AddInspections(this WebApplicationBuilder builder)
    {
        builder.AddCampaignService("inspections", Events, typeof(InspectionsModule).Assembly, new IntegrationEventMapper(), bus =>
            {
                bus.AddConsumer<ReferenceConsumer>();
                bus.AddConsumer<RectificationConsumer>();
            })
            .AddProjection<CategoriesProjection>(ProjectionMode.Inline)
            .AddProjection<StreetsAndUnitsProjection>(ProjectionMode.Inline)
            .AddProjection<ScoreSheetsProjection>(ProjectionMode.Inline)
            .AddProjection<InspectionListProjection>(ProjectionMode.Inline)
            .AddProjection<SamplingPlansProjection>(ProjectionMode.Inline)
            .AddProjection<DrawListProjection>(ProjectionMode.Inline)
            .AddProjection<FindingLedgerProjection>(ProjectionMode.Inline)
            .AddProjection<RoundsProjection>(ProjectionMode.Inline)
            .AddProjection<CasePhotosProjection>(ProjectionMode.Inline)
            .AddProjection<BoundariesProjection>(ProjectionMode.Inline)
            .AddProjection<FindingSettingsProjection>(ProjectionMode.Inline)
            .AddProjection<ProposalsProjection>(ProjectionMode.Inline)
            .AddProjection<LookBacksProjection>(ProjectionMode.Inline)
            .AddProjection<SyncProjection>(ProjectionMode.Inline)
            .AddSubscription<LookBackPlanner>();
        builder.Services.AddSingleton<Categories>().AddSingleton<KnownStreets>().AddSingleton<KnownUnits>().AddSingleton<ScoreSheets.ScoreSheets>();
        builder.Services.AddSingleton<DrawPools>().AddSingleton<DrawSecrets>();
        builder.AddEvidence();
        builder.Services.AddSingleton<CaseNumbers>().AddSingleton<FindingRegistration>().AddSingleton<LedgerImport>();
        builder.Services.AddSingleton<KnownCommunities>().AddSingleton<Surroundings>();
        builder.AddOfflineSync();
        builder.Services.AddHostedService<OverdueWatch>();
    }

    public static void MapInspections(this WebApplication app)
    {
        app.UseCampaignService();
        app.MapOpenApi();

        CategoriesEndpoints.Map(app.MapDistrict().WithConventions().WithTags("Reference"));
        FigureQueries.MapDistrict(app.MapDistrict().WithConventions());

        var street = app.MapStreet().WithConventions();
        street.AddEndpointFilter(app.Services.GetRequiredService<KnownStreets>());
        EvidenceEndpoints.Map(street);
        ImportHistoryEndpoint.Map(street);
        ImportWorkbookEndpoint.Map(street);
        BoundariesEndpoints.Map(street);
        FindingSettingsEndpoints.Map(street);
        ProposalQueries.Map(street);

        var lookBacks = street.MapGroup("/look-backs").WithTags("LookBacks");
        LookBackQueries.Map(lookBacks);
        EnterResultEndpoint.Map(lookBacks);

        var sheets = street.MapGroup("/sheets").WithTags("ScoreSheets");
        ScoreSheetQueries.Map(sheets);
        IssueScoreSheetEndpoint.Map(sheets);
        ImportScoreSheetEndpoint.Map(sheets);

        var inspections = street.MapGroup("/inspections").WithTags("Inspections");
        InspectionQueries.Map(inspections);
        CoverageQuery.Map(inspections);
        CovertRatioQuery.Map(inspections);
        PlanInspectionEndpoints.Map(inspections);
        CancelInspectionEndpoint.Map(inspections);
        StartPlannedEndpoint.Map(inspections);
        StartInspectionEndpoint.Map(inspections);
        ScoreItemEndpoint.Map(inspections);
        CorrectItemsEndpoint.Map(inspections);
        SubmitInspectionEndpoint.Map(inspections);
        ConfirmInspectionEndpoint.Map(inspections);
        RecordDeductionEndpoint.Map(inspections);

        var plans = street.MapGroup("/sampling-plans").WithTags("Sampling");
        SamplingPlanQueries.Map(plans);
        SetSamplingPlanEndpoint.Map(plans);

        var draws = street.MapGroup("/draws").WithTags("Covert");
        DrawQueries.Map(draws);
        SealDrawEndpoint.Map(draws);
        RevealDrawEndpoint.Map(draws);

        var findings = street.MapGroup("/findings").WithTags("Findings");
        LedgerQueries.Map(findings);
        LedgerMap.Map(findings);
        LedgerExport.Map(findings);
        RoundQueries.Map(findings);
        FigureQueries.Map(findings);
        FindingQueries.Map(findings);
        RecordFindingEndpoint.Map(findings);
        AddPhotosEndpoint.Map(findings);
        EvidenceQuestionsEndpoints.Map(findings);
        VerifyRectificationEndpoint.Map(findings);
        ReportRelapseEndpoint.Map(findings);
        CloseWithoutRectificationEndpoints.Map(findings);
        DecideProposalEndpoints.Map(findings);

        OfflineSync.Map(street);
    }
}
