using Campaign.EventStore;
using Campaign.Scoring.Advice;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Assignments;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Corrections;
using Campaign.Scoring.District;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.FigureTables;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inbox;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Integration;
using Campaign.Scoring.ManualEntries;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Sanctions;
using Campaign.Scoring.ScoreCache;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Totals;
using Campaign.Scoring.Trends;
using Campaign.Scoring.Vetoes;
using Campaign.Scoring.Weeks;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class ScoringModule
{
    private static readonly Feature[] Features =
    [
        new InboxFeature(), new FindingsFeature(), new InspectionsFeature(), new AssignmentsFeature(), new SubjectsFeature(),
        new PoliciesFeature(), new ManualEntriesFeature(), new CommendationsFeature(), new VetoesFeature(), new SanctionsFeature(),
        new MonthsFeature(), new FigureTablesFeature(), new AppealsFeature(), new EvaluationsFeature(), new TotalsFeature(),
        new BulletinsFeature(), new WeeksFeature(), new CorrectionsFeature(), new AwardsFeature(),
        new TrendsFeature(), new AdviceFeature(), new DistrictFeature(),
        // Last: it counts what the others have written.
        new ScoreCacheFeature(),
    ];

    public static EventTypes Events { get; } = Features.Events();

    public static void AddScoring(this WebApplicationBuilder builder) =>
        builder.AddCampaignService("scoring", Features, Events, typeof(ScoringModule).Assembly, new IntegrationEventMapper());

    public static void MapScoring(this WebApplication app) => app.MapFeatures(Features);
}
