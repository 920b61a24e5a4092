using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Census;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Dispatch;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.History;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Integration;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Points;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Reports;
using Campaign.Tasks.Responsibility;
using Campaign.Tasks.Rosters;
using Campaign.Web;

namespace Campaign.Tasks;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class TasksModule
{
    /// <summary>From the lowest folder to the highest: the list of assignments writes its row before others add to it.</summary>
    internal static readonly Feature[] Features =
    [
        new ImportsFeature(),
        new OrganisationFeature(),
        new ResponsibilityFeature(),
        new CalendarsFeature(),
        new DueDatesFeature(),
        new AssignmentsFeature(),
        new ArchivesFeature(),
        new ProgressFeature(),
        new PointsFeature(),
        new IndicatorsFeature(),
        new RecurrencesFeature(),
        new RostersFeature(),
        new RectificationsFeature(),
        new DeadlinesFeature(),
        new CountdownFeature(),
        new DispatchFeature(),
        new PlansFeature(),
        new CensusFeature(),
        new ReportsFeature(),
        new HistoryFeature(),
        new IntegrationFeature(),
    ];

    public static EventTypes Events { get; } = Features.Events();

    public static void AddTasks(this WebApplicationBuilder builder)
    {
        builder.AddCampaignService("tasks", Features, Events, typeof(TasksModule).Assembly, new IntegrationEventMapper());
    }

    public static void MapTasks(this WebApplication app) =>
        app.MapFeatures(Features, street => street.AddEndpointFilter<RegisteredStreetOnly>());
}
