using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class ConventionTests(InspectionsFixture fixture) : ServiceConventions<InspectionsFixture, Program>(fixture);
