using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Census;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.Deadlines;
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
using MassTransit;

namespace Campaign.Tasks;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class TasksModule
{
    public static EventTypes Events => TasksEvents.Types;

    public static void AddTasks(this WebApplicationBuilder builder)
    {
        builder.AddCampaignService("tasks", Events, typeof(TasksModule).Assembly, new IntegrationEventMapper(), bus => bus.AddConsumer<FindingConsumer>())
            .AddProjection<OrganisationProjection>(ProjectionMode.Inline)
            .AddProjection<PlanListProjection>(ProjectionMode.Inline)
            .AddProjection<AssignmentListProjection>(ProjectionMode.Inline)
            .AddProjection<AssignmentItemsProjection>(ProjectionMode.Inline)
            .AddProjection<ProgressProjection>(ProjectionMode.Inline)
            .AddProjection<MilestoneProjection>(ProjectionMode.Inline)
            .AddProjection<PointListProjection>(ProjectionMode.Inline)
            .AddProjection<OccurrenceProjection>(ProjectionMode.Inline)
            .AddProjection<DeadlineProjection>(ProjectionMode.Inline)
            .AddProjection<CalendarProjection>(ProjectionMode.Inline)
            .AddProjection<EvaluationDateProjection>(ProjectionMode.Inline)
            .AddProjection<IndicatorStandardProjection>(ProjectionMode.Inline)
            .AddProjection<IndicatorValuesProjection>(ProjectionMode.Inline)
            .AddProjection<EstablishmentListProjection>(ProjectionMode.Inline);
        builder.Services.AddSingleton<Register>().AddSingleton<AssignmentRead>().AddSingleton<ReportFactsQuery>().AddSingleton<ReportDesk>();
        builder.Services.AddSingleton<PlanImporter>();
        builder.Services.AddSingleton<WorkCalendars>().AddSingleton<DeadlineCounter>().AddSingleton<DeadlineMover>();
        builder.Services.AddSingleton<Standards>().AddSingleton<IndicatorTargets>().AddSingleton<FigureAttained>().AddSingleton<CensusRegister>();
        builder.Services.AddHostedService<OverdueWatch>().AddHostedService<SuspensionWatch>().AddHostedService<AnchorWatch>()
            .AddHostedService<MissedWatch>().AddHostedService<Materializer>();
    }

    public static void MapTasks(this WebApplication app)
    {
        app.UseCampaignService();
        app.MapOpenApi();

        var district = app.MapDistrict().WithConventions();
        var streets = district.MapGroup("/streets").WithTags("Streets");
        OrganisationQueries.MapStreets(streets);
        RegisterStreetEndpoint.Map(streets);
        MapCalendars(district.MapGroup("/calendars").WithTags("Calendars"));
        MapIndicators(district, Audience.District, Audience.District, Audience.District);

        var street = app.MapStreet().WithConventions();
        street.AddEndpointFilter<RegisteredStreetOnly>();
        MapOrganisation(street.MapGroup("").WithTags("Organisation"));
        MapPlans(street.MapGroup("/plans").WithTags("Plans"));
        MapAssignments(street.MapGroup("/assignments").WithTags("Assignments"));
        MapPoints(street.MapGroup("/inspection-points").WithTags("InspectionPoints"));
        WorkStatisticsQueries.Map(street.MapGroup("/work-statistics").WithTags("WorkStatistics"));
        ReportEndpoints.Map(street.MapGroup("/reports").WithTags("Reports"));
        MapRecurrences(street.MapGroup("/recurrences").WithTags("Recurrences"));
        MapRosters(street.MapGroup("/rosters").WithTags("Rosters"));
        MapDeadlines(street.MapGroup("/assignments").WithTags("Deadlines"));
        MapCountdown(street.MapGroup("").WithTags("Countdown"));
        MapUnroutedFindings(street.MapGroup("/unrouted-findings").WithTags("UnroutedFindings"));
        MapIndicators(street, Audience.Everybody, Audience.Doers, Audience.Offices);
        MapCensus(street);
    }

    private static void MapIndicators(RouteGroupBuilder owner, Role[] readers, Role[] reporters, Role[] setters)
    {
        IndicatorStandardEndpoints.Map(owner.MapGroup("/indicator-standards").WithTags("Indicators"), setters);
        IndicatorQueries.Map(owner.MapGroup("/indicators").WithTags("Indicators"), readers);
        var values = owner.MapGroup("/indicator-values").WithTags("Indicators");
        ReportIndicatorValueEndpoint.Map(values, reporters);
        WithdrawIndicatorValueEndpoint.Map(values, setters);
    }

    private static void MapCensus(RouteGroupBuilder street)
    {
        var establishments = street.MapGroup("/establishments").WithTags("Census");
        EstablishmentQueries.Map(establishments);
        RegisterEstablishmentEndpoint.Map(establishments);
        CheckEstablishmentEndpoint.Map(establishments);
        CloseEstablishmentEndpoints.Map(establishments);
        ImportCensusEndpoint.Map(establishments);

        var census = street.MapGroup("/census").WithTags("Census");
        CensusSummaryQuery.Map(census);
        CensusTradesEndpoints.Map(census);
    }

    private static void MapOrganisation(RouteGroupBuilder street)
    {
        OrganisationQueries.Map(street);
        RegisterCommunityEndpoint.Map(street);
        RegisterUnitEndpoint.Map(street);
        RegisterPostEndpoint.Map(street);
        HandOverPostEndpoint.Map(street);
        ResponsibilityQueries.Map(street);
        DrawResponsibilityMapEndpoint.Map(street);
    }

    private static void MapPlans(RouteGroupBuilder plans)
    {
        PlanQueries.Map(plans);
        ImportPlanEndpoints.Map(plans);
        ResolveReferenceEndpoint.Map(plans);
    }

    private static void MapAssignments(RouteGroupBuilder assignments)
    {
        AssignmentQueries.Map(assignments);
        AssignmentSummaryQuery.Map(assignments);
        AssignmentHistoryQuery.Map(assignments);
        IssueAssignmentEndpoint.Map(assignments);
        AcknowledgeAssignmentEndpoint.Map(assignments);
        AssignmentItemQueries.Map(assignments);
        FileItemEndpoints.Map(assignments);
        ProgressQueries.Map(assignments);
        ReportProgressEndpoint.Map(assignments);
        SubmitAssignmentEndpoint.Map(assignments);
        ReviewAssignmentEndpoints.Map(assignments);
        ExtendDeadlineEndpoint.Map(assignments);
        DeclineRectificationEndpoint.Map(assignments);
        ReassignAssignmentEndpoint.Map(assignments);
        CancelAssignmentEndpoint.Map(assignments);
        CheckInEndpoint.Map(assignments);
        CheckInQuery.Map(assignments);
    }

    private static void MapRecurrences(RouteGroupBuilder recurrences)
    {
        SeriesQueries.Map<RecurrenceTerms>(recurrences, AssignmentKind.Recurring, RecurrenceRules.RecurrenceNotFound);
        ArrangeRecurrenceEndpoint.Map(recurrences);
        StopSeriesEndpoint.Map(recurrences, AssignmentKind.Recurring, RecurrenceRules.RecurrenceNotFound);
        RecordQuotaEndpoint.Map(recurrences);
        PacingQuery.Map(recurrences);
    }

    private static void MapRosters(RouteGroupBuilder rosters)
    {
        SeriesQueries.Map<RosterTerms>(rosters, AssignmentKind.Roster, RecurrenceRules.RosterNotFound);
        ArrangeRosterEndpoint.Map(rosters);
        StopSeriesEndpoint.Map(rosters, AssignmentKind.Roster, RecurrenceRules.RosterNotFound);
    }

    private static void MapDeadlines(RouteGroupBuilder assignments)
    {
        ExplainDeadlineEndpoint.Map(assignments);
        RequestExtensionEndpoints.Map(assignments);
        SuspendClockEndpoint.Map(assignments);
        ResumeClockEndpoint.Map(assignments);
        SuperviseAssignmentEndpoint.Map(assignments);
        AppealOverdueEndpoints.Map(assignments);
    }

    private static void MapCalendars(RouteGroupBuilder calendars)
    {
        CalendarQueries.Map(calendars);
        ArrangeCalendarEndpoint.Map(calendars);
    }

    private static void MapCountdown(RouteGroupBuilder street)
    {
        CountdownQueries.Map(street);
        SetEvaluationDateEndpoint.Map(street);
    }

    private static void MapPoints(RouteGroupBuilder points)
    {
        PointQueries.Map(points);
        RegisterPointEndpoint.Map(points);
    }

    private static void MapUnroutedFindings(RouteGroupBuilder unrouted)
    {
        UnroutedFindingQueries.Map(unrouted);
        RouteByHandEndpoint.Map(unrouted);
    }
}
