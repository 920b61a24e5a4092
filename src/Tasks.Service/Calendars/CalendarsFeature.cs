using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Calendars;

/// <summary>节假日表: when the district works.</summary>
internal sealed class CalendarsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<CalendarArranged>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<CalendarProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<WorkCalendars>();

    public override void Map(FeatureRoutes routes)
    {
        var calendars = routes.District.MapGroup("/calendars").WithTags("Calendars");
        CalendarQueries.Map(calendars);
        ArrangeCalendarEndpoint.Map(calendars);
    }
}
