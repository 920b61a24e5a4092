using Campaign.EventStore;
using Campaign.Inspections.Covert;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Integration;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.LookBacks;
using Campaign.Inspections.Offline;
using Campaign.Inspections.Places;
using Campaign.Inspections.Questions;
using Campaign.Inspections.Reference;
using Campaign.Inspections.Sampling;
using Campaign.Inspections.ScoreSheets;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class InspectionsModule
{
    private static readonly ServiceDefaults.Feature[] Features =
    [
        new ReferenceFeature(), new PlacesFeature(), new EvidenceFeature(), new ScoreSheetsFeature(), new InspectionsFeature(),
        new SamplingFeature(), new CovertFeature(), new FindingsFeature(), new QuestionsFeature(), new LedgerFeature(),
        new FiguresFeature(), new LookBacksFeature(), new OfflineFeature(), new ImportsFeature(),
    ];

    public static EventTypes Events { get; } = Features.Events();

    public static void AddInspections(this WebApplicationBuilder builder) =>
        builder.AddCampaignService("inspections", Features, Events, typeof(InspectionsModule).Assembly, new IntegrationEventMapper());

    public static void MapInspections(this WebApplication app) =>
        app.MapFeatures(Features, street => street.AddEndpointFilter(app.Services.GetRequiredService<KnownStreets>()));
}
