using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Inspections;

/// <summary>检查, from the plan to the score.</summary>
internal sealed class InspectionsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<InspectionPlanned>().Add<InspectionCancelled>()
        .Add<InspectionStarted>().Add<InspectionItemScored>().Add<InspectionItemsCorrected>().Add<DeductionBecameFinding>()
        .Add<InspectionSubmitted>().Add<InspectionConfirmed>().Add<ImportedInspectionWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<InspectionListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<Ledger.IVeil, CovertVeil>().AddSingleton<Evidence.IEvidenceAudience, InspectionAudience>();

    public override void Map(FeatureRoutes routes)
    {
        var inspections = routes.Street.MapGroup("/inspections").WithTags("Inspections");
        InspectionQueries.Map(inspections);
        CoverageQuery.Map(inspections);
        PlanInspectionEndpoints.Map(inspections);
        CancelInspectionEndpoint.Map(inspections);
        StartPlannedEndpoint.Map(inspections);
        StartInspectionEndpoint.Map(inspections);
        ScoreItemEndpoint.Map(inspections);
        CorrectItemsEndpoint.Map(inspections);
        SubmitInspectionEndpoint.Map(inspections);
        ConfirmInspectionEndpoint.Map(inspections);
        RecordDeductionEndpoint.Map(inspections);
    }
}
