using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Questions;

/// <summary>存疑: what a verifier should look at in the photos of a finding.</summary>
internal sealed class QuestionsFeature : Feature
{
    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<FindingPhotosProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<EvidenceComparison>().AddSingleton<IEvidenceAudience, FindingAudience>();

    public override void Map(FeatureRoutes routes)
    {
        EvidenceQuestionsEndpoints.Map(routes.Street.MapGroup("/findings").WithTags("Findings"));
        QuestionedFindingsQuery.Map(routes.Street);
    }
}
