using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Integration;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using MassTransit;

namespace Campaign.Inspections;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class InspectionsModule
{
    public static EventTypes Events { get; } = new EventTypes()
        .Add<CaseNumberTaken>()
        .Add<FindingRecorded>().Add<BeforePhotosAdded>()
        .Add<FindingRouted>().Add<FindingAccepted>().Add<RoutingDeclined>()
        .Add<DeadlineExtended>().Add<FindingBecameOverdue>()
        .Add<RectificationReported>().Add<RectificationRejected>()
        .Add<FindingStruckOff>().Add<FindingRelapsed>().Add<FindingVoided>().Add<FindingMerged>();

    public static void AddInspections(this WebApplicationBuilder builder)
    {
        builder.AddCampaignService("inspections", Events, typeof(InspectionsModule).Assembly, new PublishedEvents(), bus => bus.AddConsumer<RectificationConsumer>())
            .AddProjection<FindingLedgerProjection>(ProjectionMode.Inline);
        builder.Services.AddSingleton<CaseNumbers>();
        builder.Services.AddSingleton<Categories>();
        builder.Services.AddHostedService<OverdueWatch>();
    }

    public static void MapInspections(this WebApplication app)
    {
        app.UseCampaignService();
        app.MapOpenApi();

        var findings = app.MapStreet().WithConventions().MapGroup("/findings").WithTags("Findings");
        FindingQueries.Map(findings);
        RecordFindingEndpoint.Map(findings);
        AddPhotosEndpoint.Map(findings);
        VerifyRectificationEndpoint.Map(findings);
        ReportRelapseEndpoint.Map(findings);
        CloseWithoutRectificationEndpoints.Map(findings);
    }
}
