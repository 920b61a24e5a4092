using Campaign.Inspections.Evidence.Questions;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.Evidence;

internal static class EvidenceServices
{
    public static void AddEvidence(this WebApplicationBuilder builder)
    {
        var settings = EvidenceSettings.From(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<IEvidenceFiles>(_ => settings.S3 is { } s3 ? new S3Files(s3) : new LocalFiles(settings));
        services.AddSingleton<Spool>().AddHostedService(provider => provider.GetRequiredService<Spool>());
        services.AddSingleton<EvidenceIntake>().AddSingleton<EvidenceRegister>().AddSingleton<EvidenceComparison>();
    }
}
