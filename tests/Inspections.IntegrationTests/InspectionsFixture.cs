using System.Runtime.CompilerServices;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class InspectionsFixture() : ServiceFixture<Program>("inspections")
{
    [ModuleInitializer]
    internal static void KeepEvidenceOutOfTheSources() =>
        Environment.SetEnvironmentVariable("Evidence__Directory", Path.Combine(AppContext.BaseDirectory, "evidence"));
}
