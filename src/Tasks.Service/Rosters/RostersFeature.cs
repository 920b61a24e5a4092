using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;

namespace Campaign.Tasks.Rosters;

/// <summary>执勤表: duty on road sections.</summary>
internal sealed class RostersFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<RosterArranged>().Add<DutyCheckedIn>().Add<DutyShortStaffed>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<DutyProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<IAssignmentKind, RosterKind>();

    public override void Map(FeatureRoutes routes)
    {
        var rosters = routes.Street.MapGroup("/rosters").WithTags("Rosters");
        SeriesQueries.Map<RosterTerms>(rosters, AssignmentKind.Roster, RosterRules.RosterNotFound);
        ArrangeRosterEndpoint.Map(rosters);
        StopSeriesEndpoint.Map(rosters, AssignmentKind.Roster, RosterRules.RosterNotFound);

        var assignments = routes.Street.MapGroup("/assignments").WithTags("Assignments");
        CheckInEndpoint.Map(assignments);
        CheckInQuery.Map(assignments);
    }
}
