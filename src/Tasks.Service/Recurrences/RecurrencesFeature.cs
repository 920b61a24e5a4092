using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences;

/// <summary>周期任务: what recurs by a rule or so many times.</summary>
internal sealed class RecurrencesFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<RecurrenceArranged>().Add<SeriesStopped>().Add<QuotaRecorded>().Add<OccurrenceMissed>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<OccurrenceProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IAssignmentKind, RecurringKind>().AddHostedService<MissedWatch>().AddHostedService<OccurrenceSync>();

    public override void Map(FeatureRoutes routes)
    {
        var recurrences = routes.Street.MapGroup("/recurrences").WithTags("Recurrences");
        SeriesQueries.Map<RecurrenceTerms>(recurrences, AssignmentKind.Recurring, RecurrenceRules.RecurrenceNotFound);
        ArrangeRecurrenceEndpoint.Map(recurrences);
        StopSeriesEndpoint.Map(recurrences, AssignmentKind.Recurring, RecurrenceRules.RecurrenceNotFound);
        RecordQuotaEndpoint.Map(recurrences);
        PacingQuery.Map(recurrences);
    }
}
