using Campaign.Inspections.Evidence.Recognising;
using Campaign.Inspections.Evidence.Storage;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Evidence;

/// <summary>凭证: photos, documents and videos, put and got by their content.</summary>
internal sealed class EvidenceFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton(Settings)
        .AddSingleton(Files)
        .AddSingleton<Spool>().AddHostedService(provider => provider.GetRequiredService<Spool>())
        .AddSingleton<EvidenceIntake>().AddSingleton<EvidenceRegister>().AddSingleton<Thumbnails>()
        .AddSingleton<RecognitionBell>().AddSingleton<RecognitionQueue>().AddSingleton<PictureOpening>()
        .AddHostedService<RecognitionWork>();

    public override void Map(FeatureRoutes routes) => EvidenceEndpoints.Map(routes.Street);

    private static EvidenceSettings Settings(IServiceProvider provider) =>
        EvidenceSettings.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>());

    private static IEvidenceFiles Files(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<EvidenceSettings>();
        return settings.S3 is { } s3 ? new S3Files(s3) : new LocalFiles(settings);
    }
}
