using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Subjects;

/// <summary>考评对象: who is scored, and what rules measure a subject by.</summary>
internal sealed class SubjectsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<StreetNamed>().Add<SubjectRegistered>().Add<SubjectProfiled>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<SubjectProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<SubjectList>();

    public override void Map(FeatureRoutes routes)
    {
        SubjectList.Map(routes.Street);
        ProfileSubjectEndpoint.Map(routes.Street);
    }
}
